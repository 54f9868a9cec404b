"""`python -m tellers` and the command `tellers`."""

from tellers.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
