"""What stands before the unlocked window: the first run, the passphrase, the ways back in."""
