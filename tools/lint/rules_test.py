"""Each rule catches what it should, and leaves alone what is right. Run by ./dev test."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "dev"))

import add_up
import audit
import commits
import formatting
import includes
import length
import licences
import modules
import ranges
import scripts
import texts
import words

MODULES = {
    "src/base/CMakeLists.txt": "maerkbar_module(base)\n",
    "src/web/CMakeLists.txt": "maerkbar_module(web LINKS base PACKAGES Boost::json)\n",
    "src/sources/contacts/CMakeLists.txt": "maerkbar_module(contacts\n    LINKS web)\n",
    "src/sources/figures/CMakeLists.txt": "maerkbar_module(figures LINKS web) # not contacts\n",
}


class Includes(unittest.TestCase):
    def findings(self, path, text):
        return includes.check({**MODULES, path: text})

    def test_what_the_links_allow(self):
        self.assertEqual([], self.findings("src/web/page.cpp", '#include "base/result.hpp"\n#include "web/page.hpp"\n'))
        self.assertEqual([], self.findings("src/sources/contacts/page.cpp", '#include "base/result.hpp"\n'))
        self.assertEqual([], self.findings("src/base/a.cpp", "#include <boost/json.hpp>\n"))

    def test_a_forbidden_include_is_caught(self):
        found = self.findings("src/base/date.cpp", '#include "base/date.hpp"\n\n#include "web/page.hpp"\n')
        self.assertEqual(["src/base/date.cpp:3: base must not know web: it is not in its LINKS"], found)

    def test_sources_do_not_know_each_other(self):
        found = self.findings("src/sources/figures/page.cpp", '#include "sources/contacts/page.hpp"\n')
        self.assertEqual(1, len(found))

    def test_an_include_without_its_module_is_caught(self):
        self.assertEqual(1, len(self.findings("src/web/page.cpp", '#include "page.hpp"\n')))


class Audit(unittest.TestCase):
    WORDS = {"src/web/audit_words.cpp": '{"unit.moved", translatable("Moved a unit")},\n'}

    def findings(self, text):
        return audit.check({**self.WORDS, "src/web/store.cpp": text})

    def test_a_code_with_a_word_is_right(self):
        self.assertEqual([], self.findings('return tx.audit({"unit.moved", "unit", id});'))

    def test_a_code_without_a_word_is_caught(self):
        found = self.findings('f();\nreturn tx.audit({on ? "unit.moved" : "unit.painted", "unit", id});')
        self.assertEqual(["src/web/store.cpp:2: the audit code 'unit.painted' has no word in the module's "
                          "audit_words.cpp"], found)

    def test_a_kind_of_background_work_without_a_word_is_found(self):
        found = self.findings('\nconstexpr std::string_view tree_kind = "upkeep.tree";')
        self.assertEqual(["src/web/store.cpp:2: the audit code 'upkeep.tree' has no word in the module's "
                          "audit_words.cpp"], found)

    def test_other_codes_are_left_alone(self):
        self.assertEqual([], self.findings('return Error{kind, "unit.painted", "It is dry."};'))


class Length(unittest.TestCase):
    @staticmethod
    def function(lines, head="int f(int a)", comment=""):
        return f"namespace a {{\n{comment}{head} {{\n" + "    g();\n" * (lines - 2) + "}\n}\n"

    def test_sixty_lines_are_allowed_and_one_more_is_not(self):
        self.assertEqual([], length.check({"a.cpp": self.function(60)}))
        self.assertEqual(1, len(length.check({"a.cpp": self.function(61)})))

    def test_a_reason_excuses(self):
        self.assertEqual([], length.check({"a.cpp": self.function(80, comment="// long because: one table\n")}))

    def test_tables_and_classes_are_no_functions(self):
        self.assertEqual([], length.check({"a.cpp": self.function(80, head="const int table[] =")}))
        self.assertEqual([], length.check({"a.cpp": self.function(80, head="class Page final")}))
        guarded = "#if defined(A)\n#endif\nnamespace b {\n" + "int c;\n" * 70 + "}\n"
        self.assertEqual([], length.check({"a.cpp": guarded}))

    def test_braces_in_literals_do_not_count(self):
        text = 'void f() {\n    a("{", \'{\', R"({)"); // {\n}\n' + "int b;\n" * 70
        self.assertEqual([], length.check({"a.cpp": text}))

    def test_long_files(self):
        self.assertEqual([], length.check({"a.py": "a\n" * 500}))
        self.assertEqual(1, len(length.check({"a.py": "a\n" * 501})))


class Licences(unittest.TestCase):
    REUSE = """version = 1
[[annotations]]
path = "src/**"
SPDX-License-Identifier = "MPL-2.0"
[[annotations]]
path = ["tests/data/*.csv", "REUSE.toml"]
SPDX-License-Identifier = "CC0-1.0"
"""

    def findings(self, *paths):
        texts = {"LICENSES/MPL-2.0.txt": "", "LICENSES/CC0-1.0.txt": "", "src/a.cpp": ""}
        return licences.check({"REUSE.toml": self.REUSE, **texts, **{path: "" for path in paths}})

    def test_covered_files(self):
        self.assertEqual([], self.findings("src/base/b.cpp", "tests/data/a.csv"))

    def test_a_file_without_licence_is_caught(self):
        self.assertEqual(1, len(self.findings("tests/data/deep/a.csv")))

    def test_a_missing_and_an_unused_text_are_caught(self):
        self.assertEqual(1, len(self.findings("LICENSES/OFL-1.1.txt")))
        found = licences.check({"REUSE.toml": self.REUSE, "LICENSES/CC0-1.0.txt": "", "src/a.cpp": ""})
        self.assertEqual(["LICENSES/MPL-2.0.txt:1: the text of this licence is missing"], found)


class OtherRules(unittest.TestCase):
    def test_readmes(self):
        readmes = {"src/base/README.md": "a\n" * 12, "src/web/README.md": "a\n" * 31, "src/sources/figures/README.md": "a\n" * 3}
        self.assertEqual(3, len(modules.check({**MODULES, **readmes})))

    def test_words(self):
        self.assertEqual(1, len(words.check({"a.cpp": "// TO" "DO later\n"})))
        self.assertEqual([], words.check({"a.cpp": "// TO" "DO(#12): later\n"}))
        self.assertEqual(1, len(words.check({"a.md": "see /wo" "rk/notes\n"})))
        self.assertEqual([], words.check({"a.md": "the folder network/work/ is fine\n"}))

    def test_ranges(self):
        self.assertEqual(1, len(ranges.check({"a.cpp": "const auto same = std::ranges::unique(days);\n"})))
        self.assertEqual([], ranges.check({"a.cpp": "std::ranges::sort(days);\n", "a.md": "std::ranges::unique\n"}))

    def test_commit_messages(self):
        self.assertIsNone(commits.complaint("Charts: Add the funnel\n\nIt was missing.\n"))
        for wrong in ("Added things", "charts: add", "Charts: Added the funnel", "Charts: Add it.",
                      "Charts: Add it\nat once", "Charts: Add it\n\n" + "long words " * 9):
            self.assertIsNotNone(commits.complaint(wrong), wrong)

    def test_scripts_and_format(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {"a.sh": "if true\n", "b.py": "def f(:\n", "c.cpp": "int   a ;\n", "d.cpp": "int a;\n"}.items():
                (root / name).write_text(text)
            self.assertTrue(scripts.run(root, ["a.sh"]))
            self.assertTrue(scripts.run(root, ["b.py"]))
            self.assertEqual(["c.cpp:1: not formatted; run ./dev format"], formatting.run(root, ["c.cpp", "d.cpp"]))


class Texts(unittest.TestCase):
    HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    SOURCE = 'auto a = language("One " // a comment\n    "text"); // language("not this")\n'

    def findings(self, source, entries):
        catalogue = self.HEAD + entries
        return texts.check({"src/a/b.cpp": source, "locale/a/da.po": catalogue, "locale/a/nb.po": catalogue})

    def test_keys_are_found_however_they_are_written(self):
        keys = [key for key, _ in texts.keys_in(
            'language(x ? "A" : "B", {{"c", "d"}}); language.in_context("where", "C");\n'
            'l.plural("{count} day", "{count} days", n); translatable(R"(D "e")");\n'
            'Error{ErrorKind::invalid, "area.code", "It is \\"wrong\\".", {{"x", "y z"}}}; f("area.file.csv", "no key");')]
        self.assertEqual([(None, "A"), (None, "B"), ("where", "C"), (None, "{count} day"), (None, 'D "e"'),
                          (None, 'It is "wrong".'), (None, "no key")], keys)

    def test_a_translated_text_is_right(self):
        self.assertEqual([], self.findings(self.SOURCE, 'msgid "One text"\nmsgstr "En "\n"tekst"\n'))

    def test_a_missing_an_empty_and_a_fuzzy_translation_are_caught(self):
        self.assertIn("src/a/b.cpp:1: 'One text' has no da translation", self.findings(self.SOURCE, ""))
        self.assertEqual(2, len(self.findings(self.SOURCE, 'msgid "One text"\nmsgstr ""\n')))
        self.assertEqual(2, len(self.findings(self.SOURCE, '#, fuzzy\nmsgid "One text"\nmsgstr "En"\n')))

    def test_lost_placeholders_and_unused_texts_are_caught(self):
        self.assertEqual(2, len(self.findings('language("{n} x")', 'msgid "{n} x"\nmsgstr "x"\n')))
        self.assertEqual(2, len(self.findings("", 'msgid "Old"\nmsgstr "Gammel"\n')))

    def test_what_respondents_read_is_there_in_nynorsk(self):
        files = {"src/sources/surveys/answering/b.cpp": 'language("X")', "src/a/b.cpp": 'language("Y")'}
        for language in ("da", "nb"):
            files[f"locale/a/{language}.po"] = self.HEAD + 'msgid "X"\nmsgstr "x"\n\nmsgid "Y"\nmsgstr "y"\n'
        self.assertEqual(["src/sources/surveys/answering/b.cpp:1: 'X' has no nn translation"], texts.check(files))

    def test_two_translations_of_one_text_are_caught(self):
        files = {"src/a/b.cpp": 'language("X")'}
        for area, word in (("a", "En"), ("b", "To")):
            for language in ("da", "nb"):
                files[f"locale/{area}/{language}.po"] = self.HEAD + f'msgid "X"\nmsgstr "{word}"\n'
        self.assertEqual(2, len(texts.check(files)))


class AddingUp(unittest.TestCase):
    def total(self, code, log, xml=None):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "step.code").write_text(code)
            (root / "step.log").write_text(log)
            if xml:
                (root / "step.xml").write_text(xml)
            return add_up.of_step(root, "step")

    def test_closing_lines(self):
        self.assertEqual((3, 0, 1), self.total("0", "sqlite: 2 passed, 0 failed, 1 skipped\npg: 1 passed, 0 failed\n"))
        self.assertEqual((4, 1, 0), self.total("1", "# tests 5\n# pass 4\n# fail 1\n# skipped 0\n"))

    def test_nothing_hides(self):
        self.assertEqual((2, 1, 0), self.total("139", "2 passed, 0 failed\nSegmentation fault\n"))
        self.assertEqual((0, 1, 0), self.total("0", "I did nothing\n"))

    def test_unit_programs(self):
        line = "[doctest] test cases: 7 | 6 passed | 1 failed | 0 skipped"
        xml = f"""<testsuite><testcase status="fail"><system-out>{line}</system-out></testcase>
            <testcase status="fail"><system-out>Segmentation fault</system-out></testcase>
            <testcase status="run"><system-out>SKIPPED: no PostgreSQL
            [doctest] test cases:  2 |  2 passed | 0 failed | 0 skipped</system-out></testcase></testsuite>"""
        self.assertEqual((7, 2, 1), self.total("8", "", xml))


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=0).result
    failed = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
