// Writes a synthetic case log for benchmarks: 10 to 11 events a case, 26 activities, rows of about 113 bytes.
//
// usage: flow_log FILE EVENTS [csv|xes] [time|case|shuffled]
// Rows of a CSV file lie in order of time (as systems export them), case by case, or shuffled.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Milliseconds = std::int64_t;

constexpr int activity_count = 26;
constexpr Milliseconds first_arrival = 1'672'531'200'000; // 2023-01-01

struct Row {
    Milliseconds time = 0;
    std::uint32_t of_case = 0;
    std::uint8_t activity = 0;
    std::uint8_t resource = 0;
};

// A walk over the activities, mostly to the next ones and now and then back, until it leaves at the end.
class Cases {
  public:
    std::vector<Row> events(std::size_t count) {
        std::vector<Row> rows;
        rows.reserve(count);
        Milliseconds arrival = first_arrival;
        for (std::uint32_t number = 0; rows.size() < count; ++number) {
            arrival += static_cast<Milliseconds>(random_() % 1'200'000);
            add_case(number, arrival, count, rows);
        }
        return rows;
    }

  private:
    void add_case(std::uint32_t number, Milliseconds time, std::size_t count, std::vector<Row>& rows) {
        int activity = 0;
        while (activity < activity_count && rows.size() < count) {
            rows.push_back({time, number, static_cast<std::uint8_t>(activity),
                            static_cast<std::uint8_t>(random_() % 60)});
            const auto dice = random_() % 100;
            activity += dice < 12 ? -static_cast<int>(random_() % 3) : 1 + static_cast<int>(random_() % 5);
            activity = std::max(activity, 0);
            time += wait();
        }
    }

    // From seconds to weeks.
    Milliseconds wait() {
        const auto scale = random_() % 8;
        return static_cast<Milliseconds>(random_() % (std::uint64_t{1000} << (2 * scale + 4)));
    }

    std::mt19937_64 random_{20261122};
};

std::string moment(Milliseconds time, const char* offset) {
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds{time}};
    const auto midnight = floor<days>(point);
    const year_month_day date{midnight};
    const auto rest = (point - midnight).count();
    std::array<char, 64> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03d%s",
                                   static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                   static_cast<unsigned>(date.day()), static_cast<int>(rest / 3'600'000),
                                   static_cast<int>(rest / 60'000 % 60), static_cast<int>(rest / 1000 % 60),
                                   static_cast<int>(rest % 1000), offset);
    return {text.data(), static_cast<std::size_t>(size)};
}

std::string activity_name(int number) {
    return "Step " + std::string(1, static_cast<char>('A' + number)) + " of handling the application";
}

void write_csv(std::FILE* file, const std::vector<Row>& rows) {
    std::fputs("case_id,activity,timestamp,resource,channel,amount,remark\n", file);
    for (const auto& row : rows)
        std::fprintf(file, "case-%07u,%s,%s,Employee %02u,%s,%u.50,checked\n", row.of_case,
                     activity_name(row.activity).c_str(), moment(row.time, "+01:00").c_str(), row.resource,
                     row.of_case % 3 == 0 ? "Internet" : "Telephone", row.of_case % 9000 + 1000);
}

void write_xes(std::FILE* file, const std::vector<Row>& rows) {
    std::fputs(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<log xes.version=\"1.0\" "
        "xmlns=\"http://www.xes-standard.org/\">\n\t<global scope=\"event\">\n\t\t<string "
        "key=\"concept:name\" value=\"UNKNOWN\"/>\n\t</global>\n",
        file);
    std::uint32_t open = UINT32_MAX;
    for (const auto& row : rows) {
        if (row.of_case != open) {
            if (open != UINT32_MAX) std::fputs("\t</trace>\n", file);
            std::fprintf(file, "\t<trace>\n\t\t<string key=\"concept:name\" value=\"case-%07u\"/>\n",
                         row.of_case);
            open = row.of_case;
        }
        std::fprintf(file,
                     "\t\t<event>\n\t\t\t<string key=\"org:resource\" value=\"Employee %02u\"/>\n"
                     "\t\t\t<date key=\"time:timestamp\" value=\"%s\"/>\n"
                     "\t\t\t<string key=\"concept:name\" value=\"%s\"/>\n"
                     "\t\t\t<string key=\"lifecycle:transition\" value=\"complete\"/>\n"
                     "\t\t\t<float key=\"amount\" value=\"%u.50\"/>\n\t\t</event>\n",
                     row.resource, moment(row.time, "+01:00").c_str(), activity_name(row.activity).c_str(),
                     row.of_case % 9000 + 1000);
    }
    std::fputs(open == UINT32_MAX ? "</log>\n" : "\t</trace>\n</log>\n", file);
}

void put_in_order(std::vector<Row>& rows, std::string_view order) {
    if (order == "time") std::ranges::stable_sort(rows, {}, &Row::time);
    if (order == "shuffled") std::ranges::shuffle(rows, std::mt19937_64(7));
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: flow_log FILE EVENTS [csv|xes] [time|case|shuffled]\n", stderr);
        return 2;
    }
    const std::string_view format = argc > 3 ? argv[3] : "csv";
    auto rows = Cases().events(std::strtoull(argv[2], nullptr, 10));
    if (format == "csv") put_in_order(rows, argc > 4 ? argv[4] : "time");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(argv[1], "wb"), std::fclose);
    if (!file) {
        std::perror(argv[1]);
        return 1;
    }
    format == "csv" ? write_csv(file.get(), rows) : write_xes(file.get(), rows);
}
