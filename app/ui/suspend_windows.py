"""What Windows tells by window messages: sleep is near, the session is locked.

Written from the documentation of WM_POWERBROADCAST and WTSRegisterSessionNotification; only the
reading of messages is tested, because the tests run on Linux.
"""

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QWindow

WM_POWERBROADCAST = 0x0218
PBT_APMSUSPEND = 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_SESSION_LOCK = 0x7
_NOTIFY_FOR_THIS_SESSION = 0

_LOCKING = frozenset(
    {(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)}
)


class Message(ctypes.Structure):
    """The beginning of MSG, laid out as on Windows."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("first", ctypes.c_size_t),
        ("second", ctypes.c_ssize_t),
    )


def calls_for_lock(message: Message) -> bool:
    """Tell whether a window message means that the program must lock."""
    return (message.message, message.first) in _LOCKING


class MessageListener(QAbstractNativeEventFilter):
    """Calls ``lock`` for every such message, by way of a window of its own that is never shown."""

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__()
        self._lock = lock
        self._window = QWindow()
        self._window.create()
        self._handle = int(self._window.winId())
        _register_for_session(self._handle, True)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def stop(self) -> None:
        """Listen no longer."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
        _register_for_session(self._handle, False)
        self._window.destroy()

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Look at every message that reaches a window of the program; swallow none."""
        is_ours = QByteArray(event_type).startsWith(b"windows_")
        if is_ours and calls_for_lock(Message.from_address(int(message))):
            self._lock()
        return False, 0


def _register_for_session(handle: int, wanted: bool) -> None:
    """Ask Windows to tell a window when the session is locked, or no longer."""
    if sys.platform == "win32":
        wts = ctypes.WinDLL("wtsapi32")
        window = ctypes.c_void_p(handle)
        if wanted:
            wts.WTSRegisterSessionNotification(window, _NOTIFY_FOR_THIS_SESSION)
        else:
            wts.WTSUnRegisterSessionNotification(window)
