"""A receipt printer on loopback."""
import socket
import struct
import threading
import time

CUT = b"\x1dVB\x00"  # ends a receipt: GS V 66 0


class Printer:
    """Takes ESC/POS bytes one call at a time; can be switched off and on, be jammed and be slow (`rate`, in bytes a second)."""

    def __init__(self, rate=None):
        self.rate, self.data, self.listener, self.port = rate, b"", None, 0
        # Hangs up on whoever calls; how often anybody has called.
        self.is_jammed, self.calls = False, 0
        self.on()

    @property
    def address(self):
        return f"tcp://127.0.0.1:{self.port}"

    @property
    def receipts(self):
        """How many have come out whole."""
        return self.data.count(CUT)

    def on(self):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.rate:
            # Little fits into the wire, so that the sender feels how slow it is.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(8)
        self.port, self.listener = listener.getsockname()[1], listener
        threading.Thread(target=self.serve, args=(listener,), daemon=True).start()

    def off(self):
        """Whoever calls it now is refused."""
        # Whoever waits in accept() is woken by this, not by close().
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def serve(self, listener):
        while True:
            try:
                call, _ = listener.accept()
            except OSError:
                return
            self.calls += 1
            if self.is_jammed:
                call.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                call.close()
                continue
            try:
                while piece := call.recv(4096):
                    self.data += piece
                    if self.rate:
                        time.sleep(len(piece) / self.rate)
            except ConnectionError:
                pass
            call.close()
