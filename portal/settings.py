"""Settings of the archive, all from the environment.

With nothing set the archive runs for one machine: it answers to localhost only, never
shows debug pages and keeps a secret key of its own in ``DATA_DIR``. With
``ARCHIVE_ENV=production`` it refuses to start without its key and hosts.
Every variable is listed with its meaning in ``.env.example``.
"""

import os
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from portal.caches import caches
from portal.database import database
from portal.files import store
from portal.secret import kept_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(env.path("ENV_FILE", default=str(BASE_DIR / ".env"))())

PRODUCTION = env("ARCHIVE_ENV", default="development") == "production"
DEBUG = env.bool("DEBUG", default=False)
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("DEBUG must be off where ARCHIVE_ENV=production")

# Everything that changes at run time lives here, so that two archives can stand side
# by side: database, index, captures, secret key.
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

if PRODUCTION:
    SECRET_KEY = env("SECRET_KEY", default="")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
        raise ImproperlyConfigured("SECRET_KEY must be 50 random characters or more")
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts of the archive")
else:
    SECRET_KEY = env("SECRET_KEY", default="") or kept_secret_key(DATA_DIR)
    ALLOWED_HOSTS = env.list(
        "ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"]
    )

SITE_NAME = env("SITE_NAME", default="أرشيف الأخبار")
SITE_URL = env("SITE_URL", default="").rstrip("/")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "portal.apps.SignInConfig",  # axes
    "csp",
    "haystack",
    "articles",
    "search",
    "portal",
]

MIDDLEWARE = [
    "portal.overload.turn_away_crowds",
    "portal.middleware.refuse_large_bodies",
    "portal.middleware.take_null_out_of_addresses",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.languages.speak",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.TellWhatIsAway",
    "portal.middleware.keep_private_pages_out_of_caches",
    "axes.middleware.AxesMiddleware",
    "portal.middleware.publish_what_is_due",
    "portal.kept_pages.KeepPages",
]

# What the site does, counted at /metrics for staff and for this machine.
METRICS = env.bool("METRICS", default=False)
if METRICS:
    # The counting library looks for this when it is first imported.
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(DATA_DIR / "metrics"))
    Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]).mkdir(parents=True, exist_ok=True)
    MIDDLEWARE.insert(0, "portal.metrics.count_requests")

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "articles.templatetags.arabic"],
        },
    }
]

# -- Database -----------------------------------------------------------------------
DATABASES = {
    "default": database(
        env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/archive.sqlite3"),
        synchronous=env("SQLITE_SYNCHRONOUS", default="NORMAL"),
    )
}
DATA_DIR.mkdir(parents=True, exist_ok=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SIMPLE_HISTORY_DATE_INDEX = False  # versions are asked for by their article

# -- Search -------------------------------------------------------------------------
# After a change: `manage.py reindex`; until it is done the database answers.
SEARCH_URL = env("SEARCH_URL", default="")
SEARCH_ENGINE = env("SEARCH_ENGINE", default="opensearch" if SEARCH_URL else "whoosh")
SEARCH_ENGINES = {
    "whoosh": "search.backends.whoosh.WhooshEngine",
    "tantivy": "search.backends.tantivy.TantivyEngine",
    "opensearch": "search.backends.opensearch.OpenSearchEngine",
}
if SEARCH_ENGINE not in SEARCH_ENGINES:
    raise ImproperlyConfigured(f"SEARCH_ENGINE is one of {', '.join(SEARCH_ENGINES)}.")
if SEARCH_ENGINE == "opensearch" and not SEARCH_URL:
    raise ImproperlyConfigured("SEARCH_URL must name the search server")
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": SEARCH_ENGINES[SEARCH_ENGINE],
        # Where the index lies if it is kept in files, else what locks its writers.
        "PATH": str(DATA_DIR / "index"),
        # Of the distributed engine alone:
        "URL": SEARCH_URL,
        "INDEX_NAME": env("SEARCH_INDEX", default="archive"),
        "SHARDS": env.int("SEARCH_SHARDS", default=1),
        "REPLICAS": env.int("SEARCH_REPLICAS", default=1),
        "TIMEOUT": env.float("SEARCH_TIMEOUT", default=2.0),
    }
}
HAYSTACK_SIGNAL_PROCESSOR = "search.signal_processor.OutboxSignalProcessor"
HAYSTACK_LIMIT_TO_REGISTERED_MODELS = False

# -- Cache --------------------------------------------------------------------------
# What may be forgotten at any time. Counted sign-ins are in the database, and sessions
# too: SESSIONS=cache only reads them from the cache while it is there.
CACHE_URL = env("CACHE_URL", default="")
CACHES = caches(CACHE_URL, env("CACHE_PREFIX", default="archive"))
_SESSIONS = {"database": "db", "cache": "cached_db"}
if (sessions := env("SESSIONS", default="database")) not in _SESSIONS:
    raise ImproperlyConfigured(f"SESSIONS is one of {', '.join(_SESSIONS)}")
if sessions == "cache" and not CACHE_URL:
    raise ImproperlyConfigured("SESSIONS=cache needs a CACHE_URL that machines share")
SESSION_ENGINE = f"django.contrib.sessions.backends.{_SESSIONS[sessions]}"

# -- Files --------------------------------------------------------------------------
# Several machines share them by FILES_URL.
FILES_URL = env("FILES_URL", default="")
STORAGES = {
    "default": store(FILES_URL, DATA_DIR, "files"),
    "captures": store(FILES_URL, DATA_DIR, "captures"),
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        ),
    },
}
if not FILES_URL:
    STORAGES["captures"]["OPTIONS"]["file_permissions_mode"] = 0o440
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = DEBUG

# Bodies are refused before they are read: anonymous ones above the first figure,
# those of signed-in editors above the second (see portal.middleware).
BODY_LIMIT = 64 * 1024
UPLOAD_BODY_LIMIT = 25 * 1024 * 1024
# What one editor may send in a day, and how much of the disk stays free.
UPLOAD_BYTES_A_DAY = env.int("UPLOAD_MEGABYTES_A_DAY", default=500) * 1024 * 1024
LEAST_FREE_BYTES = env.int("LEAST_FREE_MEGABYTES", default=500) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 2_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# -- What readers take along ---------------------------------------------------------
# How many articles the web hands over at once; manage.py export_articles has no limit.
EXPORT_WEB_LIMIT = env.int("EXPORT_WEB_LIMIT", default=10_000)

# -- Letters to readers -------------------------------------------------------------
# What is new of searches they saved. Development prints them; production without a
# mail server offers none. They lead back to SITE_URL, and need it.
EMAIL_URL = env("EMAIL_URL", default="" if PRODUCTION else "consolemail://")
DIGESTS = bool(EMAIL_URL)
globals().update(env.email_url_config(EMAIL_URL or "dummymail://"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", default="archive@localhost")

# -- The API ------------------------------------------------------------------------
# Questions a minute, of one address and of one token.
API_RATE_ANONYMOUS = env.int("API_RATE_ANONYMOUS", default=60)
API_RATE_TOKEN = env.int("API_RATE_TOKEN", default=600)

# -- Language and time --------------------------------------------------------------
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
FORMAT_MODULE_PATH = "portal.formats"
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="UTC")

# -- Accounts -----------------------------------------------------------------------
ADMIN_PATH = env("ADMIN_PATH", default="admin").strip("/") + "/"
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _VALIDATION + "UserAttributeSimilarityValidator"},
    {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": _VALIDATION + "CommonPasswordValidator"},
]
# Never by address alone: an attacker must not be able to lock an honest editor out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_VERBOSE = False
AXES_IPWARE_PROXY_COUNT = env.int("PROXY_COUNT", default=0)

# -- The open web -------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
HTTPS = env.bool("HTTPS", default=PRODUCTION)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"
if env.int("PROXY_COUNT", default=0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "portal.logs.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
