"""Addresses of articles and of the lists they stand in."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path, re_path
from django.views.decorators.cache import cache_control

from articles import views
from articles.models.name import NameKind
from articles.syndication.feeds import (
    AuthorFeed,
    LatestFeed,
    NameFeed,
    OutletFeed,
    SectionFeed,
)
from articles.syndication.sitemaps import SITEMAPS
from articles.views.old_addresses import follows_aliases

app_name = "articles"

_pages = {"sitemaps": SITEMAPS, "sitemap_url_name": "articles:sitemap_part"}

urlpatterns = [
    path("", views.home, name="home"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("articles/<int:pk>/card.png", views.card, name="card"),
    path("articles/<int:pk>/changes/", views.changes, name="changes"),
    path("articles/<int:pk>/compare/<int:other>/", views.compare, name="compare"),
    path("articles/<int:pk>/figures/<str:address>/", views.figure, name="figure"),
    path(
        "articles/<int:pk>/figures/<str:address>/report/",
        views.report_figure,
        name="report_figure",
    ),
    path("articles/<int:pk>/captures/", views.captures, name="captures"),
    path(
        "articles/<int:pk>/captures/compare/",
        views.compare_captures,
        name="compare_captures",
    ),
    path("articles/<int:pk>/captures/<int:capture>/", views.capture, name="capture"),
    path("captures/manifest.txt", views.manifest, name="manifest"),
    path(
        "articles/<int:pk>/attachments/<str:sha256>/",
        views.attachment,
        name="attachment",
    ),
    path("captures/<str:sha256>/", views.original, name="original"),
    path("export/", views.export, name="export"),
    path("export/<str:form>", views.export_file, name="export_file"),
    re_path(
        r"^web/(?P<stamp>\d{4}(?:\d\d){0,5})/(?P<url>.+)$", views.web_at, name="web_at"
    ),
    path("web/<path:url>", views.web, name="web"),
    path("timegate/<path:url>", views.timegate, name="timegate"),
    re_path(
        r"^timemap/(?P<form>link|json)/(?P<url>.+)$", views.timemap, name="timemap"
    ),
    path("browse/", views.browse, name="browse"),
    path("browse/undated/", views.undated, name="undated"),
    path("browse/latest/", views.latest, name="latest"),
    path("browse/today/", views.today, name="today"),
    path("browse/day/<int:month>/<int:day>/", views.on_day, name="on_day"),
    path("browse/outlets/", views.outlet_months, name="outlet_months"),
    path("browse/<int:year>/", views.year, name="year"),
    path("browse/<int:year>/<int:month>/", views.month, name="month"),
    path("browse/<int:year>/<int:month>/<int:day>/", views.day, name="day"),
    path("outlets/", views.outlets, name="outlets"),
    path("browse/unknown-outlet/", views.unknown_outlet, name="unknown_outlet"),
    path("outlets/<str:slug>/", views.outlet, name="outlet"),
    path(
        "outlets/<str:slug>/feed/",
        follows_aliases("outlet")(OutletFeed()),
        name="outlet_feed",
    ),
    path("outlets/<str:slug>/<int:year>/", views.outlet_year, name="outlet_year"),
    path(
        "outlets/<str:slug>/<int:year>/<int:month>/",
        views.outlet_month,
        name="outlet_month",
    ),
    path("sections/", views.sections, name="sections"),
    path("sections/<str:slug>/", views.section, name="section"),
    path("sections/<str:slug>/feed/", SectionFeed(), name="section_feed"),
    path("authors/", views.authors, name="authors"),
    path("authors/<str:slug>/", views.author, name="author"),
    path("people/", views.people, name="people"),
    path("people/<str:slug>/", views.person, name="person"),
    path(
        "people/<str:slug>/feed/",
        NameFeed(),
        {"kind": NameKind.PERSON},
        name="person_feed",
    ),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<str:slug>/", views.organisation, name="organisation"),
    path(
        "organisations/<str:slug>/feed/",
        NameFeed(),
        {"kind": NameKind.ORGANISATION},
        name="organisation_feed",
    ),
    path("places/", views.places, name="places"),
    path("places/<str:slug>/", views.place, name="place"),
    path(
        "places/<str:slug>/feed/",
        NameFeed(),
        {"kind": NameKind.PLACE},
        name="place_feed",
    ),
    path("authors/<str:slug>/feed/", AuthorFeed(), name="author_feed"),
    path("about/", views.about, name="about"),
    path("keyboard/", views.keyboard, name="keyboard"),
    path("method/figures/", views.method_figures, name="method_figures"),
    path("method/claims/", views.method_claims, name="method_claims"),
    path("feed/", LatestFeed(), name="latest_feed"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, _pages, name="sitemap"),
    path(
        "sitemap-<section>.xml",
        cache_control(max_age=3600)(sitemaps.sitemap),
        {"sitemaps": SITEMAPS},
        name="sitemap_part",
    ),
]
