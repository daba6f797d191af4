"""Addresses of the questions across articles."""

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.utils.translation import gettext_lazy

from search import views
from search.feeds import NounFeed, SavedSearchFeed, SearchFeed

app_name = "search"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/advanced/", views.advanced, name="advanced"),
    path("search/help/", views.search_help, name="help"),
    path("search/feed/", SearchFeed(), name="feed"),
    path("search/concordance/", views.concordance_page, name="concordance"),
    path("search/concordance.csv", views.concordance_csv, name="concordance_csv"),
    path("figures/", views.figures, name="figures"),
    path("figures.<str:ending>", views.figures_file, name="figures_file"),
    path("figures/compare/", views.compare_claims, name="compare_claims"),
    path("figures/<path:noun>/chart.png", views.chart, name="chart"),
    path("figures/<path:noun>/feed/", NounFeed(), name="noun_feed"),
    path("figures/<path:noun>/", views.noun, name="noun"),
    path("trends/", views.trends_page, name="trends"),
    path("trends.csv", views.trends_csv, name="trends_csv"),
    path("collocates/", views.collocates_page, name="collocates"),
    path("collocates.csv", views.collocates_csv, name="collocates_csv"),
    path("collections/", views.collections, name="collections"),
    path("collections/<int:pk>/", views.collection_page, name="collection"),
    path(
        "collections/<int:pk>.<str:form>",
        views.collection_file,
        name="collection_file",
    ),
    path(
        "collections/<int:pk>/delete/",
        views.delete_collection,
        name="delete_collection",
    ),
    path("collections/items/<int:pk>/", views.change_item, name="change_item"),
    path("articles/<int:article>/keep/", views.keep_page, name="keep"),
    path("shared/<str:token>/", views.shared, name="shared"),
    path("shared/<str:token>.<str:form>", views.shared_file, name="shared_file"),
    path(
        "sign-in/",
        LoginView.as_view(
            template_name="collections/sign_in.html",
            next_page="search:collections",
            # Django's view would name the host instead.
            extra_context={"site_name": gettext_lazy(settings.SITE_NAME)},
        ),
        name="sign_in",
    ),
    path("sign-out/", LogoutView.as_view(next_page="articles:home"), name="sign_out"),
    path("saved/", views.saved_searches, name="saved"),
    path("saved/<int:pk>/", views.change_saved, name="change_saved"),
    path("saved/<str:token>/feed/", SavedSearchFeed(), name="saved_feed"),
    path("saved/unsubscribe/<str:token>/", views.unsubscribe_page, name="unsubscribe"),
    path("keyness/", views.keyness_page, name="keyness"),
    path("keyness.csv", views.keyness_csv, name="keyness_csv"),
    path("method/words/", views.method_words, name="words_method"),
    path("search/export/", views.export, name="export"),
    path("search/export.<str:form>", views.export_file, name="export_file"),
    path("api/", views.api, name="api"),
    path("method/search/", views.method_search, name="method"),
]
