"""The desk as a server that slow, large and many requests do not stop."""

import asyncio
import ssl
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from mahdar.desk import limits, logs


class Patient(H11Protocol):
    """HTTP that lets go of clients who begin no request, never end its headers, or do not take their answer."""

    _head: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """A client sent something."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """A client is gone."""
        for timer in (self._head, self._stuck):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """A client does not take what waits for it."""
        super().pause_writing()
        self._stuck = self.loop.call_later(limits.SEND_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """A client took it."""
        if self._stuck is not None:
            self._stuck.cancel()
        super().resume_writing()

    def _watch(self) -> None:
        """Set the clock while headers are due; a request under way has its own."""
        if self.cycle is not None and not self.cycle.response_complete:
            if self._head is not None:
                self._head.cancel()
                self._head = None
        elif self._head is None:
            self._head = self.loop.call_later(limits.HEAD_SECONDS, self.transport.abort)


def server(
    app: FastAPI, host: str, port: int, proxied: bool = False, tls: ssl.SSLContext | None = None
) -> uvicorn.Server:
    """What serves when it is run. `proxied`: a proxy on this machine tells who asks, and whether by https."""
    logs.set_up()
    told: dict[str, Any] = {"proxy_headers": True, "forwarded_allow_ips": "127.0.0.1"} if proxied else {}
    if tls is not None:
        told |= {"ssl_context_factory": lambda config, usual: tls}
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=Patient,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=limits.CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=10,
        h11_max_incomplete_event_size=limits.HEAD,
        **({"proxy_headers": False} | told),
    )
    return uvicorn.Server(config)
