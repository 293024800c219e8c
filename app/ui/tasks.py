"""Work that touches the store: one thread owns the connection, results come back to Qt's thread.

Nothing waits: a page asks, goes on, and is called back. A job with a ``key`` is dropped when a
newer one with the same key has been asked for, so that fast typing never queues old searches.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any, Protocol, TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.context import AppContext
from app.models.store import Store

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

AFTER_PAINTING = 50
"""Milliseconds after which the window has been painted; what it can do without waits for that."""


class Runner(Protocol):
    """Runs jobs against the store, in the order in which they were asked for."""

    def run(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``job`` with the store; then call ``done`` or ``failed`` on Qt's thread."""

    def beside(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run work that needs no store, such as drawing, without holding up the store's jobs."""

    def aside(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``job`` with a connection of its own: for what waits for a drive or a server."""


class _Asked(msgspec.Struct):
    """What was asked for, who waits for it, and the answer when it is there.

    All of it may refer to widgets. Where the last reference to a widget goes on another thread
    while Qt is at work on its own, the program goes down: so only Qt's thread keeps these, and the
    threads that answer are given their numbers.
    """

    job: Callable[[], Any]
    done: Done | None
    failed: Failed
    key: str
    result: Any = None
    error: Exception | None = None


class _Latest:
    """Knows, for every key, the number of the newest job."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._count = 0

    def next(self, key: str) -> int:
        self._count += 1
        if key:
            self._numbers[key] = self._count
        return self._count

    def is_current(self, key: str, number: int) -> bool:
        return not key or self._numbers.get(key) == number


class StoreThread(QObject):
    """The one thread on which the store is opened, used and closed."""

    closed = Signal()
    """Sent when the store is closed, also when :meth:`close` did not wait for it."""

    failed_unheard = Signal(object)
    """Carries the error of a job that failed when nobody was called back any more."""

    _finished = Signal(int)

    def __init__(self, unhandled: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unhandled = unhandled
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._context: AppContext | None = None
        self._latest = _Latest()
        self._asked: dict[int, _Asked] = {}
        self._when_quiet: list[Callable[[], None]] = []
        self._open = True
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def open(
        self, opener: Callable[[], AppContext], done: Callable[[AppContext], None], failed: Failed
    ) -> None:
        """Open the store on its thread with ``opener``; key derivation does not stop the window."""

        def job() -> AppContext:
            self._context = opener()
            return self._context

        self._submit(self._executor, self._ask(job, done, failed, ""))

    def run(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``job`` with the store; see :class:`Runner`."""

        def bound() -> T:
            if self._context is None:
                raise RuntimeError("the store is not open")
            return job(self._context.store)

        self._submit(self._executor, self._ask(bound, done, failed, key))

    def beside(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``job`` beside the store's thread; see :class:`Runner`."""
        number = self._ask(job, done, failed, key)
        # Python runs one thread at a time, so loading what draws would hold up the painting.
        QTimer.singleShot(AFTER_PAINTING, self, lambda: self._submit(self._beside, number))

    def aside(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``job`` with a connection of its own; see :class:`Runner`."""

        def bound() -> T:
            if self._context is None:
                raise RuntimeError("the store is not open")
            with closing(self._context.another_store()) as store:
                return job(store)

        self._submit(self._aside, self._ask(bound, done, failed, ""))

    def when_quiet(self, call: Callable[[], None]) -> None:
        """Call when nobody waits for an answer any more, at the latest when this is closed."""
        self._when_quiet.append(call)
        self._tell_if_quiet()

    def close(self, *, wait: bool = True) -> None:
        """Finish what was asked for, close the store, end the thread; call nobody back any more.

        Locking does not ``wait``: the window is blank at once, even while a long job ends.
        """
        if self._open:
            self._open = False
            self._tell_if_quiet()
            self._executor.submit(self._close_context)
        self._beside.shutdown(wait=wait, cancel_futures=True)
        self._aside.shutdown(wait=wait, cancel_futures=True)
        self._executor.shutdown(wait=wait)
        if wait:
            # Where the program ends, no event will bring these answers any more.
            for number in list(self._asked):
                self._deliver(number)

    def _ask(self, job: Callable[[], T], done: Done | None, failed: Failed | None, key: str) -> int:
        number = self._latest.next(key)
        self._asked[number] = _Asked(job, done, failed or self._unhandled, key)
        return number

    def _submit(self, executor: ThreadPoolExecutor, number: int) -> None:
        if self._open:
            executor.submit(self._work, number)

    def _work(self, number: int) -> None:
        self._answer(number)
        self._finished.emit(number)

    def _answer(self, number: int) -> None:
        asked = self._asked[number]
        if not self._latest.is_current(asked.key, number):
            return
        try:
            asked.result = asked.job()
        except Exception as error:  # noqa: BLE001 — handed to whoever asked
            asked.error = error

    @Slot(int)
    def _deliver(self, number: int) -> None:
        asked = self._asked.pop(number, None)
        if asked is None:
            return
        try:
            if self._latest.is_current(asked.key, number):
                self._tell(asked)
        finally:
            self._tell_if_quiet()

    def _tell(self, asked: _Asked) -> None:
        if not self._open:
            if asked.error is not None:
                self.failed_unheard.emit(asked.error)
        elif asked.error is not None:
            asked.failed(asked.error)
        elif asked.done is not None:
            asked.done(asked.result)

    def _tell_if_quiet(self) -> None:
        if self._open and self._asked:
            return
        calls, self._when_quiet = self._when_quiet, []
        for call in calls:
            call()

    def _close_context(self) -> None:
        if self._context is not None:
            self._context.close()
            self._context = None
        # Whoever hears of it deletes this object, to which work beside the store still answers.
        self._beside.shutdown(wait=True)
        self._aside.shutdown(wait=True)
        self.closed.emit()


class RetiringRunner:
    """The runner of pages that may be replaced: once retired, it asks for nothing more.

    A page that was replaced lives until the answers it waits for have come; its timers may still
    run, and what they would ask for must not be answered to a page that is gone.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._retired = False

    def retire(self) -> None:
        """Let nothing more be asked for."""
        self._retired = True

    def run(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``job`` with the store unless retired; see :class:`Runner`."""
        if not self._retired:
            self._runner.run(job, done, failed, key=key)

    def beside(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``job`` beside the store unless retired; see :class:`Runner`."""
        if not self._retired:
            self._runner.beside(job, done, failed, key=key)

    def aside(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``job`` with a connection of its own unless retired; see :class:`Runner`."""
        if not self._retired:
            self._runner.aside(job, done, failed)


class InlineRunner:
    """Runs every job at once on the calling thread, for tests and for making pictures."""

    def __init__(self, store: Store, unhandled: Failed) -> None:
        self._store = store
        self._unhandled = unhandled

    def run(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``job`` now; see :class:`Runner`."""
        self.beside(lambda: job(self._store), done, failed, key=key)

    def beside(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> None:
        """Run ``job`` now; see :class:`Runner`."""
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 — handed to whoever asked
            (failed or self._unhandled)(error)
        else:
            if done is not None:
                done(result)

    def aside(
        self,
        job: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``job`` now; see :class:`Runner`."""
        self.run(job, done, failed)
