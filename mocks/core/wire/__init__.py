"""The wires: how requests reach the applications.

``backchannel``: one system calls another within a request.  ``process``: programs that use
``requests`` reach the federation on the real host names, without a socket.  ``live``: granian.
"""
