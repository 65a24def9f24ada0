"""Figures are painted without a screen; their pictures may be renewed on purpose."""

import os

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before any Qt application exists


def pytest_addoption(parser):
    parser.addoption(
        "--renew-goldens",
        action="store_true",
        help="write the golden pictures anew; look at every one before you commit it",
    )


@pytest.fixture
def renew_goldens(request):
    return request.config.getoption("--renew-goldens", default=False)
