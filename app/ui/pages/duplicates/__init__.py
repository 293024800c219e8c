"""Who may be registered twice: pairs, and two records side by side."""
