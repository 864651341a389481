import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.cells import guard, unguard


@pytest.mark.parametrize("text", ["=1+1", "+963 11", "-Name", "@handle", "\tx", "\rx", "＝1", "'=1", "''@x"])
def test_what_would_run_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Name", "'Name", "Detainees' Voice", "7 = 7", ""])
def test_what_would_not_run_stays(text: str) -> None:
    assert guard(text) == text
    assert unguard(text) == text


@given(st.text(alphabet="'=+-@\t\r\n＝a ", max_size=6) | st.text())
def test_a_guarded_text_reads_back(text: str) -> None:
    assert unguard(guard(text)) == text
