"""Start the program: ``python -m app`` is the same as ``vejviser``."""

from app.cli import main

if __name__ == "__main__":
    main()
