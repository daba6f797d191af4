"""Editors at the desk, and the texts they bring."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Upload

REPORT = """اقتصاد

ميناء المرفأ يستقبل 300 سفينة في شهر واحد

22.03.2017 | 21:38

قالت إدارة الميناء إن أكثر من 300 سفينة رست على أرصفته خلال شهر آذار الماضي.

وأضافت الإدارة أن التوسعة كلفت نحو 2,6 مليون دولار، وأن العمل استغرق 14 شهرا.

اقرأ أيضاً: افتتاح سوق السمك الجديد في المدينة القديمة

وختم البيان بأن الميناء وظّف 180 عاملا جديدا منذ مطلع العام الجاري.
"""
HEADLINE = "ميناء المرفأ يستقبل 300 سفينة في شهر واحد"
RELATED = "افتتاح سوق السمك الجديد في المدينة القديمة"

Enter = Callable[[str], Client]


@pytest.fixture
def enter(db: None) -> Enter:
    """``enter("مراجع")`` gives the client of a signed-in member of that group;
    ``"superuser"``, ``"staff"`` and ``"reader"`` are in none, ``""`` is anonymous."""

    def signed_in(role: str) -> Client:
        client = Client()
        if not role:
            return client
        user, _made = User.objects.get_or_create(
            username=f"user-{role}",
            defaults={
                "is_staff": role != "reader",
                "is_superuser": role == "superuser",
            },
        )
        if group := Group.objects.filter(name=role).first():
            user.groups.add(group)
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def reviewer(enter: Enter) -> Client:
    """Give the client of a reviewer."""
    return enter("مراجع")


def text_file(
    text: str | bytes = REPORT, name: str = "report.txt"
) -> SimpleUploadedFile:
    """Make a file as a browser sends it."""
    data = text.encode() if isinstance(text, str) else text
    return SimpleUploadedFile(name, data, "text/plain")


def send(client: Client, *files: SimpleUploadedFile, **fields: str) -> Upload:
    """Upload ``files`` and give the upload."""
    response = client.post(
        reverse("admin:articles_upload_add"), {"texts": list(files), **fields}
    )
    assert response.status_code == 302, response.content.decode()
    upload = Upload.objects.latest("pk")
    assert response["Location"] == reverse(
        "admin:articles_upload_preview", args=[upload.pk]
    )
    return upload


def preview(client: Client, upload: Upload, page: int = 1) -> str:
    """Give the preview page of an upload."""
    address = reverse("admin:articles_upload_preview", args=[upload.pk])
    response = client.get(address, {"page": page})
    assert response.status_code == 200
    return str(response.content.decode())


def order(
    client: Client, upload: Upload, do: str, page: int = 1, **changes: str
) -> HttpResponse:
    """Press a button of the preview, sending its fields as the browser would.

    ``changes`` are field names of the first file: ``title="…"``; ``keep=""`` takes
    the tick away.
    """
    address = reverse("admin:articles_upload_preview", args=[upload.pk])
    shown = client.get(address, {"page": page})
    if shown.status_code != 200:  # decided already
        return client.post(address, {"do": do})
    data: dict[str, str] = {"do": do, "page": str(page)}
    forms = [card.form for card in shown.context["cards"] if card.reading.parsed]
    for number, form in enumerate(forms):
        fields = {bound.name: bound.value() for bound in form} | {"keep": "on"}
        fields |= changes if number == 0 else {}
        data |= {form.add_prefix(name): value for name, value in fields.items()}
    return client.post(address, data)
