"""Takes in what other programs, therapists and friends have written.

`read` finds out what a file is; a small module for each format makes a draft of it; `resolve` finds
the library's exercises for the names in the draft and makes own ones for the rest; nothing is
kept before `keep`.
"""
