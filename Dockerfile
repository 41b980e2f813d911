# Mocks and load in one image: what runs is what the pins in requirements/load.txt say.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/app
WORKDIR /app
COPY requirements/load.txt requirements/
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/load.txt
# The command that an installed Proefloket has.
RUN printf '#!/bin/sh\nexec python -m mocks "$@"\n' > /usr/local/bin/proefloket \
    && chmod 755 /usr/local/bin/proefloket \
    && useradd --create-home --uid 1000 proefloket
COPY mocks mocks
COPY load load
USER proefloket
CMD ["proefloket", "--help"]
