"""oidc-provider-mock as a peer of ``make bench``, served by granian in an environment of its own."""

from oidc_provider_mock import app

application = app()
application.debug = False
application.json.compact = True
# Its debugger starts the answer only when the body is read, which granian does not wait for.
application.wsgi_app = application.wsgi_app.app
