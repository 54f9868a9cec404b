"""The portions of a build on the workers of a Dask cluster, with the same bytes as on the processes of this machine.

Nothing but arguments and results goes over the network, so the workers need no disk in common with this machine; they need
the same tellers, and a worker that has another is refused. One that is lost costs its portions, which others make again.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from typing import Any, TypeVar

from tellers.files import resources
from tellers.problems import EnvironmentFault

Portion = TypeVar("Portion")
Made = TypeVar("Made")

SCHEME = "dask://"
_ANSWER = 5
"""Seconds that a scheduler has to answer in."""
_PATIENCE = 30
"""Seconds that a cluster may be without any worker."""
_MOST = 64
"""So many portions at most are asked for and not yet taken, however large the cluster: they are held in its memory."""
_alone = threading.Lock()
"""Matplotlib draws in one thread at a time; the workers of a cluster may have many."""


def on_cluster(
    make: Callable[[Any, Portion], Made], given: Any, portions: Sequence[Portion], address: str, doing: str
) -> Generator[Made, None, None]:
    """What each portion becomes, in their order; `given` is sent to each worker once.

    Raises EnvironmentFault with what to do where Dask, its scheduler or its workers are missing, or are lost meanwhile.
    """
    with _connected(address) as client, _told(address, doing):
        executor = client.get_executor(pure=False)
        ours = digest_of_code()
        (sent,) = client.scatter([given], broadcast=True, hash=False)
        most = min(_MOST, max(4, 2 * sum(client.nthreads().values())))
        waiting: deque[Any] = deque()
        try:
            for portion in portions:
                waiting.append(executor.submit(_made_there, ours, make, sent, portion))
                if len(waiting) >= most:
                    yield _taken(waiting.popleft(), client, address)
            while waiting:
                yield _taken(waiting.popleft(), client, address)
        finally:
            executor.shutdown(wait=False)  # and whoever interrupts does not wait for what has not begun


def _made_there(ours: str, make: Callable[[Any, Portion], Made], given: Any, portion: Portion) -> Made:
    """On a worker: what the portion becomes, provided that the worker's code is ours."""
    if digest_of_code() != ours:
        raise EnvironmentFault("a worker of the Dask cluster has another version of tellers; install the same there as here")
    with _alone:
        return make(given, portion)


@cache
def digest_of_code() -> str:
    """The digest of what decides which bytes are made: our code, templates, data and fonts, and the versions of what draws."""
    total = hashlib.sha256(" ".join(version(name) for name in ("matplotlib", "pillow", "numpy", "jinja2")).encode())
    package = resources.package()
    files = [path for path in package.rglob("*") if path.suffix in (".py", ".json", ".j2", ".txt", ".yml")]
    for path in sorted([*files, *resources.fonts().glob("*.ttf")]):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _taken(future: Any, client: Any, address: str) -> Any:
    """The result, for which we wait as long as there is somebody to make it."""
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except TimeoutError:
            if not client.nthreads():
                raise EnvironmentFault(_no_workers(address)) from None


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """A client of the scheduler at this address, on which there is somebody to work."""
    begin: Callable[..., Any]
    try:
        from distributed import Client as begin
    except ImportError as error:
        raise EnvironmentFault(f"--executor {address} needs an extra: pip install 'tellers[dask]'") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # whatever is wrong is said in one line
    try:
        client = begin(f"tcp://{address.removeprefix(SCHEME)}", timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        do = "start one with `dask scheduler`, or build without --executor"
        raise EnvironmentFault(f"no Dask scheduler answers at {address}; {do}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise EnvironmentFault(_no_workers(address)) from error
        yield client


def _no_workers(address: str) -> str:
    place = address.removeprefix(SCHEME)
    return f"the Dask scheduler at {address} has no workers; start some with `dask worker {place} --nthreads 1`"


@contextmanager
def _told(address: str, doing: str) -> Iterator[None]:
    """What can become of a cluster, in one line each."""
    from distributed import KilledWorker

    try:
        yield
    except KilledWorker as error:
        wrong = f"workers of the Dask cluster at {address} were lost again and again while {doing}"
        raise EnvironmentFault(f"{wrong}; give each more memory, or build without --executor") from error
    except (CancelledError, OSError) as error:
        raise EnvironmentFault(f"the Dask cluster at {address} was lost while {doing}; build again once it is there") from error
    except ImportError as error:
        raise EnvironmentFault(f"workers of the Dask cluster at {address} lack a module: {error}; install tellers there") from error
