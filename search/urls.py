"""Addresses of the questions across articles."""

from django.urls import path

from search import views
from search.feeds import SearchFeed

app_name = "search"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/advanced/", views.advanced, name="advanced"),
    path("search/help/", views.search_help, name="help"),
    path("search/feed/", SearchFeed(), name="feed"),
    path("search/concordance/", views.concordance_page, name="concordance"),
    path("search/concordance.csv", views.concordance_csv, name="concordance_csv"),
    path("trends/", views.trends_page, name="trends"),
    path("trends.csv", views.trends_csv, name="trends_csv"),
    path("collocates/", views.collocates_page, name="collocates"),
    path("collocates.csv", views.collocates_csv, name="collocates_csv"),
    path("method/words/", views.method_words, name="words_method"),
    path("method/search/", views.method_search, name="method"),
]
