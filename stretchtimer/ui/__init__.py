"""The window: Qt Widgets, one file a part of the screen."""
