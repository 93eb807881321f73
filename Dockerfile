# The API alone: it needs neither spaCy nor a Neo4j of its own.
FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements-api.txt pyproject.toml README.md newsgraph.py ./
COPY graph graph
COPY extract extract
COPY api api
COPY cypher cypher
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements-api.txt \
    && /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /nonexistent newsgraph
COPY --from=build /venv /venv
USER newsgraph
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=5 \
    CMD ["/venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
# The port is reached through Docker, which publishes it on the host's loopback only (docker-compose.yml).
CMD ["/venv/bin/newsgraph", "serve", "--host", "0.0.0.0", "--behind-proxy"]
