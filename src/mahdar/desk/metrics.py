"""What happens, as Prometheus counts it."""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from mahdar import __version__
from mahdar.desk.coders import Coders

_STEPS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)


class Metrics:
    """The counts of one application."""

    def __init__(self, coders: Coders) -> None:
        self._registry: Final = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        told = ["route", "method", "status"]
        self._requests = Counter("mahdar_requests", "Requests answered", told, registry=self._registry)
        self._seconds = Histogram(
            "mahdar_request_seconds", "How long answers took", ["route"], buckets=_STEPS, registry=self._registry
        )
        self._coded = Counter("mahdar_coded", "Articles sent to be coded", ["outcome"], registry=self._registry)
        waiting = Gauge("mahdar_waiting", "Articles that wait to be coded", registry=self._registry)
        waiting.set_function(lambda: coders.waiting)
        Gauge("mahdar_info", "Which version runs", ["version"], registry=self._registry).labels(__version__).set(1)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count an answer. `route`: the path with its variables unfilled, so that there are few."""
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def coded(self, outcome: str) -> None:
        """Count an article: `coded`, `refused`, `failed` or `full`."""
        self._coded.labels(outcome).inc()

    def told(self) -> bytes:
        """All of it in the text format of Prometheus."""
        return generate_latest(self._registry)
