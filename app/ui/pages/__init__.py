"""The pages of the window, one file or folder per page."""
