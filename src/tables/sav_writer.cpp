#include "tables/sav_writer.hpp"

extern "C" {
#include <readstat.h>
}

#include <algorithm>
#include <memory>

#include "tables/utf8.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t longest_label = 255;       // bytes, of a variable
constexpr std::size_t longest_value_label = 120; // bytes
constexpr std::size_t longest_file_label = 64;   // bytes

// At most `most` bytes, never cut inside a character.
std::string shortened(std::string_view text, std::size_t most) {
    std::size_t end = 0;
    while (end < text.size()) {
        const auto next = end + static_cast<std::size_t>(std::max(1, utf8_length(text.substr(end))));
        if (next > most) break;
        end = next;
    }
    return std::string(text.substr(0, end));
}

struct FreeWriter {
    void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
};

class Writing {
  public:
    Writing(const ByteSink& sink, const SavFile& file)
        : sink_(sink), file_(file), writer_(readstat_writer_init()) {}

    Result<void> run(FunctionRef<void(std::size_t, std::span<Cell>)> fill) {
        readstat_set_data_writer(writer_.get(), &Writing::take);
        readstat_writer_set_file_label(writer_.get(), shortened(file_.label, longest_file_label).c_str());
        readstat_writer_set_file_timestamp(writer_.get(), static_cast<time_t>(file_.made_at));
        readstat_writer_set_compression(writer_.get(), READSTAT_COMPRESS_ROWS);
        add_variables();
        TRY(done(readstat_begin_writing_sav(writer_.get(), this, static_cast<long>(file_.rows))));
        std::vector<Cell> cells;
        for (std::size_t row = 0; row < file_.rows; ++row) {
            cells.assign(file_.variables.size(), Cell());
            fill(row, cells);
            TRY(put(cells));
        }
        return done(readstat_end_writing(writer_.get()));
    }

  private:
    static ssize_t take(const void* data, std::size_t length, void* self) {
        auto& writing = *static_cast<Writing*>(self);
        const auto taken = writing.sink_(std::string_view(static_cast<const char*>(data), length));
        if (taken.ok()) return static_cast<ssize_t>(length);
        writing.failure_ = taken.error();
        return -1;
    }

    Result<void> done(readstat_error_t outcome) {
        if (failure_) return *failure_;
        if (outcome == READSTAT_OK) return {};
        return Error{ErrorKind::internal,
                     "table.sav_write",
                     "The SPSS file could not be written: {reason}.",
                     {{"reason", readstat_error_message(outcome)}}};
    }

    void add_variables() {
        std::vector<std::string> wanted;
        for (const auto& variable : file_.variables)
            wanted.push_back(variable.name);
        const auto names = sav_names(wanted);
        for (std::size_t i = 0; i < names.size(); ++i)
            add(file_.variables[i], names[i]);
    }

    void add(const SavVariable& variable, const std::string& name) {
        const bool text = variable.text_width > 0;
        auto* added =
            readstat_add_variable(writer_.get(), name.c_str(),
                                  text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE, variable.text_width);
        readstat_variable_set_label(added, shortened(variable.label, longest_label).c_str());
        const auto format =
            text ? "A" + std::to_string(variable.text_width) : "F8." + std::to_string(variable.decimals);
        readstat_variable_set_format(added, format.c_str());
        if (!variable.value_labels.empty()) {
            auto* labels = readstat_add_label_set(writer_.get(), READSTAT_TYPE_DOUBLE, name.c_str());
            for (const auto& [value, words] : variable.value_labels)
                readstat_label_double_value(labels, value, shortened(words, longest_value_label).c_str());
            readstat_variable_set_label_set(added, labels);
        }
        if (variable.missing)
            readstat_variable_add_missing_double_range(added, variable.missing->first,
                                                       variable.missing->second);
        variables_.push_back(added);
    }

    Result<void> put(std::span<const Cell> cells) {
        TRY(done(readstat_begin_row(writer_.get())));
        for (std::size_t i = 0; i < cells.size(); ++i)
            TRY(done(insert(variables_[i], file_.variables[i], cells[i])));
        return done(readstat_end_row(writer_.get()));
    }

    readstat_error_t insert(const readstat_variable_t* variable, const SavVariable& meant, const Cell& cell) {
        if (const auto* number = std::get_if<double>(&cell); number != nullptr && meant.text_width == 0)
            return readstat_insert_double_value(writer_.get(), variable, *number);
        if (const auto* text = std::get_if<std::string_view>(&cell); text != nullptr && meant.text_width > 0)
            return readstat_insert_string_value(writer_.get(), variable,
                                                shortened(*text, meant.text_width).c_str());
        return readstat_insert_missing_value(writer_.get(), variable);
    }

    const ByteSink& sink_;
    const SavFile& file_;
    std::unique_ptr<readstat_writer_t, FreeWriter> writer_;
    std::vector<readstat_variable_t*> variables_;
    std::optional<Error> failure_;
};

} // namespace

Result<void> write_sav(const ByteSink& sink, const SavFile& file,
                       FunctionRef<void(std::size_t row, std::span<Cell> cells)> fill) {
    return Writing(sink, file).run(fill);
}

} // namespace maerkbar::tables
