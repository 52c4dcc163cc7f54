#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "practice/assessment/model/model.hpp"

namespace maerkbar::assessment {

inline constexpr std::size_t largest_model = 2u << 20; // bytes

// Reads a model file (format maerkbar-model, version 1) and checks it with check_model. The first mistake
// ends it, with its place in the file. Members that are not known are ignored, so that a file may carry more.
[[nodiscard]] Result<Model> read_model(std::string_view json);

// Model file again: read_model(write_model(m)) == m.
[[nodiscard]] std::string write_model(const Model& model);

// The first thing that makes a model unsound: an id twice, a parent that is not there, a ladder with a gap, a
// scale or group nobody has defined, a weight below zero. Errors: assessment.model_… (invalid).
[[nodiscard]] Result<void> check_model(const Model& model);

// A model that is being worked on: the same, but it may still lack a name and anything to assess.
[[nodiscard]] Result<Model> read_draft(std::string_view json);
[[nodiscard]] Result<void> check_draft(const Model& model);

// Ids stand in addresses and names of fields: letters a–z, digits, dots, dashes, at most 60.
[[nodiscard]] bool sound_id(std::string_view id);

} // namespace maerkbar::assessment
