#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "tables/personal_number.hpp"
#include "tables/table_file.hpp"
#include "tables/table_writer.hpp"

// Reading and searching tables as an import and `maerkbar chart` do. Every figure is bytes or rows a second.
namespace maerkbar::tables {
namespace {

// A contact log of twelve columns: 1 M rows are some 105 MB.
std::string contacts(std::size_t rows, bool quoted = false) {
    std::string out =
        "Id;Tidspunkt;Enhed;Kanal;Kundetype;Kontaktpunkt;Ventetid;Varighed;Besvaret;Løst;Journal;"
        "Bemærkning\n";
    const std::string quote = quoted ? "\"" : "";
    for (std::size_t i = 0; i < rows; ++i) {
        const auto number = std::to_string(i);
        out += number + ";22-11-2026 13:" + std::to_string(10 + i % 50) + ":09;" + quote + "Borgerservice " +
               std::to_string(i % 20) + quote +
               ";Telefon;Borger;Første kontakt;00:01:" + std::to_string(10 + i % 50) + ";" +
               std::to_string(i % 900) + ",5;ja;nej;26-" + std::to_string(100000 + i % 900000) + ";" + quote +
               "Ringede om pas" + quote + "\n";
    }
    return out;
}

// Six million short rows for the chart command: facet, period, numerator, denominator.
std::string series(std::size_t rows) {
    std::string out = "facet,month,y,n\n";
    for (std::size_t i = 0; i < rows; ++i)
        out += "f" + std::to_string(i / 60) + ",2021-" + std::to_string(10 + i % 3) + "," +
               std::to_string(i % 97) + "," + std::to_string(100 + i % 13) + "\n";
    return out;
}

class StoredFile {
  public:
    StoredFile(const std::string& name, const std::string& bytes)
        : path_(std::filesystem::temp_directory_path() / ("maerkbar-bench-" + name)), size_(bytes.size()) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~StoredFile() { std::filesystem::remove(path_); }
    StoredFile(const StoredFile&) = delete;
    StoredFile& operator=(const StoredFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    std::filesystem::path path_;
    std::size_t size_;
};

const StoredFile& contact_file() {
    static const StoredFile file("contacts.csv", contacts(1'000'000));
    return file;
}

const StoredFile& quoted_file() {
    static const StoredFile file("quoted.csv", contacts(1'000'000, true));
    return file;
}

const StoredFile& series_file() {
    static const StoredFile file("series.csv", series(6'000'000));
    return file;
}

template <typename Visit>
std::size_t read_rows(TableFile& file, Visit visit) {
    Row row;
    std::size_t rows = 0;
    for (; *file.next(row); ++rows)
        visit(row);
    return rows;
}

void count_bytes(benchmark::State& state, const StoredFile& file) {
    state.SetBytesProcessed(static_cast<std::int64_t>(file.size()) *
                            static_cast<std::int64_t>(state.iterations()));
}

template <const StoredFile& (*stored)()>
void read_csv(benchmark::State& state) {
    stored(); // made before the clock runs
    for (auto _ : state) {
        auto file = TableFile::open(stored().path());
        benchmark::DoNotOptimize(read_rows(*file, [](const Row&) {}));
    }
    count_bytes(state, stored());
}

void read_windows_1252(benchmark::State& state) {
    std::string bytes;
    for (const char c : contacts(1'000'000))
        if (c != '\xC3') bytes += static_cast<char>(static_cast<signed char>(c) < 0 ? c + 0x40 : c);
    const StoredFile stored("old.csv", bytes);
    for (auto _ : state) {
        auto file = TableFile::open(stored.path());
        benchmark::DoNotOptimize(read_rows(*file, [](const Row&) {}));
    }
    count_bytes(state, stored);
}

void read_on_both_cores(benchmark::State& state) {
    series_file();
    for (auto _ : state) {
        auto parts = TableFile::split(series_file().path(), 2);
        std::vector<std::thread> threads;
        for (auto& part : *parts)
            threads.emplace_back([&part] { read_rows(part, [](const Row&) {}); });
        for (auto& thread : threads)
            thread.join();
    }
    count_bytes(state, series_file());
}

void search_personal_numbers(benchmark::State& state) {
    contact_file();
    for (auto _ : state) {
        auto file = TableFile::open(contact_file().path());
        PersonalNumberScanner scanner(file->header().size());
        read_rows(*file, [&](const Row& row) { scanner.scan(row); });
        benchmark::DoNotOptimize(scanner.findings());
    }
    count_bytes(state, contact_file());
}

const std::vector<Column> five_columns{{"Enhed"},
                                       {"Dato", ColumnType::date},
                                       {"Antal", ColumnType::number},
                                       {"Andel", ColumnType::percent},
                                       {"Tekst"}};

std::string spreadsheet(std::size_t rows) {
    std::string out;
    auto writer = make_xlsx_writer(append_to(out), five_columns, "Data");
    for (std::size_t i = 0; i < rows; ++i) {
        const auto number = static_cast<double>(i);
        const std::vector<Cell> cells{std::string_view("Borgerservice"), *Date::from(2026, 11, 22), number,
                                      number / 7, std::string_view("tekst")};
        if (!(*writer)->row(cells).ok()) std::abort();
    }
    if (!(*writer)->finish().ok()) std::abort();
    return out;
}

constexpr std::size_t sheet_rows = 100'000;

void write_xlsx(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(spreadsheet(sheet_rows));
    state.SetItemsProcessed(static_cast<std::int64_t>(sheet_rows) *
                            static_cast<std::int64_t>(state.iterations()));
}

void read_xlsx(benchmark::State& state) {
    const auto bytes = spreadsheet(sheet_rows);
    for (auto _ : state) {
        auto file = TableFile::open_bytes(bytes);
        if (read_rows(*file, [](const Row&) {}) != sheet_rows) std::abort();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(sheet_rows) *
                            static_cast<std::int64_t>(state.iterations()));
}

template <typename Parse>
void parse_cells(benchmark::State& state, std::string_view text, Parse parse) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(text);
        benchmark::DoNotOptimize(parse(text));
    }
}

void parse_a_date(benchmark::State& state) {
    parse_cells(state, "22-11-2026 13:05:09",
                [](auto text) { return parse_date(text, DateOrder::day_month_year); });
}
void parse_a_number(benchmark::State& state) {
    parse_cells(state, "1.234,50", [](auto text) { return parse_number(text, DecimalMark::comma); });
}
void parse_a_duration(benchmark::State& state) {
    parse_cells(state, "00:01:30", [](auto text) { return parse_duration(text, DecimalMark::comma); });
}

BENCHMARK(read_csv<contact_file>)->Name("read csv, 1 M rows x 12, utf-8")->Unit(benchmark::kMillisecond);
BENCHMARK(read_csv<quoted_file>)
    ->Name("read csv, 1 M rows x 12, two columns quoted")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(read_windows_1252)->Name("read csv, 1 M rows x 12, windows-1252")->Unit(benchmark::kMillisecond);
BENCHMARK(read_csv<series_file>)->Name("read csv, 6 M rows x 4, one thread")->Unit(benchmark::kMillisecond);
BENCHMARK(read_on_both_cores)
    ->Name("read csv, 6 M rows x 4, split in two")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(search_personal_numbers)
    ->Name("read and search personal numbers, 1 M rows x 12")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(read_xlsx)->Name("read xlsx, 100,000 rows x 5")->Unit(benchmark::kMillisecond);
BENCHMARK(write_xlsx)->Name("write xlsx, 100,000 rows x 5")->Unit(benchmark::kMillisecond);
BENCHMARK(parse_a_date)->Name("parse a date with time");
BENCHMARK(parse_a_number)->Name("parse a number");
BENCHMARK(parse_a_duration)->Name("parse a duration");

} // namespace
} // namespace maerkbar::tables

BENCHMARK_MAIN();
