"""The windows: tray, screen pop, main window, settings."""
