"""Today, the plan, and finding anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/today.html")


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/plan.html")


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/find.html")
