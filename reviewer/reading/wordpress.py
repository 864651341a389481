"""Posts as the REST API of WordPress gives them (`/wp-json/wp/v2/posts`) -> lists."""

import msgspec

from reviewer.errors import BadInput
from reviewer.reading.draft import Draft, Options
from reviewer.reading.find import find_names
from reviewer.reading.markup import plain, read_lines
from reviewer.reading.within import Tables


class _Rendered(msgspec.Struct, frozen=True):
    rendered: str = ""


class _Post(msgspec.Struct, frozen=True):
    """The fields of a post that matter here; all others are passed over."""

    content: _Rendered
    title: _Rendered = _Rendered()
    date: str | None = ""
    link: str | None = ""


def read_post(item: object, name: str, options: Options) -> Draft:
    """Return the lines of one decoded post, its list of names proposed, with its title, date and link.

    Raises BadInput, naming the file `name`, where a field is not as WordPress writes it.
    """
    try:
        post = msgspec.convert(item, _Post)
    except msgspec.ValidationError as error:
        raise BadInput(f"{name} is no post as WordPress writes it ({error}): get it anew") from error
    tables = Tables(options)
    lines = read_lines(post.content.rendered, post.link or "", tables)
    return tables.tell(find_names(lines, plain(post.title.rendered), post.date or "", post.link or ""))
