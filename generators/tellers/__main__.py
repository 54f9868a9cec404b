"""`python -m tellers` and the command `tellers`."""

import signal


def main() -> None:
    """Run the command line; interrupted while it is loaded, it ends as other programs do, without Python's own lines."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from tellers.cli import main as command_line

    signal.signal(signal.SIGINT, before)
    command_line()


__all__ = ["main"]

if __name__ == "__main__":
    main()
