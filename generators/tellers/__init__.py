"""Tellers turns structured votes and quotes into explainer pages whose every number can be read back and checked."""

__version__ = "0.1.0"

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""Work is spread over processes, one a core: threads of a numerical library beside them would only wait for one another."""
