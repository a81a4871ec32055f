//! HTML of other tools as Markdown: what stays, and what never gets through.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::html_to_markdown as markdown;

#[track_caller]
fn check(table: &[(&str, &str)]) {
    for (html, expected) in table {
        assert_eq!(markdown(html), *expected, "{html}");
    }
}

#[test]
fn paragraphs_and_lines() {
    check(&[
        ("", ""),
        ("plain", "plain"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p>a</p>\n\n<p></p>\n<p>b</p>", "a\n\nb"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\nb"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("  a \n  b\t c ", "a b c"),
        ("a<span> b</span><span>c</span>", "a bc"),
        ("<p>a<p>b", "a\n\nb"),
        ("a<hr>b", "a\n\n---\n\nb"),
    ]);
}

#[test]
fn bold_italic_code_and_their_blanks() {
    check(&[
        ("<b>a</b> <i>b</i>", "**a** *b*"),
        ("x<strong> a </strong>y", "x **a** y"),
        ("<b><em>a</em></b>", "***a***"),
        ("<b>a <strong>b</strong></b>", "**a b**"),
        ("<b></b><b> </b>x", "x"),
        ("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**"),
        ("<b>a <i>b</b> c</i>", "**a *b*** *c*"),
        ("<u>a</u>", "a"),
        ("use <code>a  b</code>!", "use `a b`!"),
        ("<code>a`b</code>", "``a`b``"),
        ("<code>`</code>", "`` ` ``"),
        ("<b>a", "**a**"),
    ]);
}

#[test]
fn lists_and_lists_in_lists() {
    check(&[
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<ol start=9><li>a</li><li>b</li></ol>", "9. a\n10. b"),
        (
            "x<ul><li>a<ol><li>b</li></ol></li></ul>y",
            "x\n\n- a\n  1. b\n\ny",
        ),
        (
            "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>",
            "- a\n- b\n\n  c",
        ),
        (
            "<ul>\n <li>a</li>\n <li></li>\n <li>b</li>\n</ul>",
            "- a\n- b",
        ),
        ("<li>a</li><li>b</li>", "- a\n- b"),
        ("<ul><ul><li>a</li></ul></ul>", "- a"),
    ]);
}

#[test]
fn headings_quotes_code_and_tables() {
    check(&[
        ("<h2>A <b>b</b></h2>c", "## A **b**\n\nc"),
        ("<h1>A<br>b</h1>", "# A b"),
        ("<h3></h3>x", "x"),
        (
            "<blockquote><p>a</p><p>b</p></blockquote>c",
            "> a\n>\n> b\n\nc",
        ),
        ("<blockquote><ul><li>a</li></ul></blockquote>", "> - a"),
        (
            "<pre>a  b\n  &lt;c&gt;\n</pre>d",
            "```\na  b\n  <c>\n```\n\nd",
        ),
        ("<pre><code>x *y*</code></pre>", "```\nx *y*\n```"),
        ("<pre>```</pre>", "````\n```\n````"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "A | B\n1 | 2",
        ),
    ]);
}

#[test]
fn links_go_to_the_web_and_to_mail_only() {
    check(&[
        (
            "<a href='https://a.example/x'>t</a>",
            "[t](https://a.example/x)",
        ),
        (
            "<A HREF=mailto:a@b.example>m</A>",
            "[m](mailto:a@b.example)",
        ),
        (
            "<a href=\"https://a.example/(x) y\">t</a>",
            "[t](https://a.example/%28x%29%20y)",
        ),
        ("<a href='javascript:alert(1)'>t</a>", "t"),
        ("<a href='&#106;avascript:alert(1)'>t</a>", "t"),
        ("<a href='java\nscript:alert(1)'>t</a>", "t"),
        ("<a href='data:text/html,x'>t</a>", "t"),
        ("<a href='/relative'>t</a>", "t"),
        ("<a>t</a>", "t"),
        ("<a href='https://a.example'></a>x", "x"),
        (
            "<a href='https://a.example'>a<p>b</p></a>",
            "[a](https://a.example)\n\n[b](https://a.example)",
        ),
        (
            "<img src='https://a.example/p.png' alt='Plan'>",
            "[Plan](https://a.example/p.png)",
        ),
        (
            "<img src='https://a.example/p.png'>",
            "[p.png](https://a.example/p.png)",
        ),
        ("<img src='data:image/png;base64,AAAA' alt=''>x", "x"),
    ]);
}

#[test]
fn scripts_are_dropped_and_other_elements_are_their_text() {
    check(&[
        ("a<script>alert('<p>b</p>')</script>c", "ac"),
        ("a<STYLE>p{}</STYLE >c", "ac"),
        ("<custom-x onclick='x()'>a</custom-x>", "a"),
        ("a<!-- <b>c</b> -->d", "ad"),
        ("<p onmouseover=\"x>y\">a</p>", "a"),
        ("<script>never closed", ""),
        ("a < b and c<d", "a < b and c\\<d"),
        ("1 < 2 <b>x</b>", "1 < 2 **x**"),
    ]);
}

#[test]
fn text_that_looks_like_markdown_or_html_stays_text() {
    check(&[
        (
            "*a* `b` _c_ snake_case",
            "\\*a\\* \\`b\\` \\_c\\_ snake_case",
        ),
        (
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\\<script>alert(1)\\</script>",
        ),
        ("<p># not a heading</p>", "\\# not a heading"),
        ("<p>&gt; no quote</p>", "\\> no quote"),
        ("[x](javascript:alert(1))", "[x\\](javascript:alert(1))"),
        (
            "R&amp;D &amp;lt; &auml; &#228; &#xe4; &nosuch;",
            "R&D \\&lt; ä ä ä &nosuch;",
        ),
        ("C:\\Users\\*", "C:\\Users\\\\\\*"),
        ("https://a.example/x_y_z*", "https://a.example/x_y_z*"),
        (
            "<div>- typed list</div><div>- of lines</div>",
            "- typed list\n- of lines",
        ),
        ("a&nbsp;&nbsp;b", "a b"),
    ]);
}
