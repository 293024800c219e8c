"""Where letters are left and fetched: a folder or a WebDAV server (docs/delivery.md)."""
