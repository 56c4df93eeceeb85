"""The line between a browser and the desk, which can be cut at the worst moment."""
import re
import socket
import threading


class Wire:
    """Passes everything on, as if the desk stood at its port, until it is told what becomes of the answer to the next gift."""

    def __init__(self, desk):
        self.desk = desk
        self.fate = None
        # Whether what was told has happened.
        self.is_done = threading.Event()
        self.silent = []
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        self.address = f"http://localhost:{self.port}"
        threading.Thread(target=self.serve, daemon=True).start()

    def lose_answer(self):
        """The next gift is recorded; what the desk says of it never comes back, and nobody hangs up."""
        self.is_done.clear()
        self.fate = "lost"

    def kill_before_answer(self):
        """The next gift is recorded; then the desk is killed, before anything of its answer has come back."""
        self.is_done.clear()
        self.fate = "killed"

    def close(self):
        for line in [self.listener, *self.silent]:
            hang_up(line)

    def serve(self):
        while True:
            try:
                call, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.connect, args=(call,), daemon=True).start()

    def connect(self, call):
        try:
            desk = socket.create_connection(("127.0.0.1", self.desk.port))
        except OSError:
            call.close()
            return
        is_gift = threading.Event()
        threading.Thread(target=self.ask, args=(call, desk, is_gift), daemon=True).start()
        self.answer(call, desk, is_gift)

    def ask(self, call, desk, is_gift):
        """From the browser to the desk, which listens to its own name only."""
        host = re.compile(rb"(?i)(\r\nHost: localhost:)%d(?=\r\n)" % self.port)
        try:
            while data := call.recv(65536):
                if data.startswith(b"POST /give "):
                    is_gift.set()
                desk.sendall(host.sub(lambda match: match[1] + str(self.desk.port).encode(), data))
        except OSError:
            pass
        hang_up(desk)

    def answer(self, call, desk, is_gift):
        """From the desk to the browser."""
        try:
            while data := desk.recv(65536):
                if is_gift.is_set() and self.fate:
                    fate, self.fate = self.fate, None
                    if fate == "killed":
                        self.desk.kill()
                    self.is_done.set()
                    if fate == "lost":
                        self.silent += [call, desk]
                        return
                    break
                is_gift.clear()
                call.sendall(data)
        except OSError:
            pass
        hang_up(call)
        hang_up(desk)


def hang_up(line):
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    line.close()
