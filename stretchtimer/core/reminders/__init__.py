"""Desk breaks: what is due, what holds it, what is offered, and why."""
