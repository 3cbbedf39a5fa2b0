"""People who sign in, and the one-time links they sign in by."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from turnpoint.apps.accounts.time_zone import LONGEST_NAME


class User(AbstractUser):
    """A person with a workspace. ``sample_line`` describes a fictional person of the demo.

    ``time_zone``: where their days begin; empty until the browser or the person has said it, and
    then the zone of the machine holds.
    """

    sample_line = models.CharField(max_length=200, blank=True)
    time_zone = models.CharField(max_length=LONGEST_NAME, blank=True)

    @property
    def shown_name(self) -> str:
        """What others read: the name, else the e-mail address, else the user name."""
        return self.get_full_name() or self.email or self.username


class SignInLink(models.Model):
    """A link that signs one person in, once. Only a digest of its token is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_in_links")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"sign-in link of {self.user}, until {self.expires_at:%Y-%m-%d %H:%M}"
