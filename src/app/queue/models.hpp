#pragma once

#include "app/queue/answer.hpp"
#include "app/queue/arguments.hpp"

namespace maerkbar::app_queue {

// One function a model. Errors: an option that makes no sense (bad usage); a scenario that cannot be read.
using Model = Result<Answer> (*)(const Arguments& arguments, const web::Language& language);

[[nodiscard]] Result<Answer> erlang_b(const Arguments& arguments, const web::Language& language);
// Erlang C and M/M/c: the same queue.
[[nodiscard]] Result<Answer> waiting_queue(const Arguments& arguments, const web::Language& language);
[[nodiscard]] Result<Answer> erlang_a(const Arguments& arguments, const web::Language& language);
[[nodiscard]] Result<Answer> staff(const Arguments& arguments, const web::Language& language);
[[nodiscard]] Result<Answer> limited_queue(const Arguments& arguments, const web::Language& language);
[[nodiscard]] Result<Answer> single_server(const Arguments& arguments, const web::Language& language);
[[nodiscard]] Result<Answer> priority(const Arguments& arguments, const web::Language& language);
[[nodiscard]] Result<Answer> profile(const Arguments& arguments, const web::Language& language);
[[nodiscard]] Result<Answer> simulate(const Arguments& arguments, const web::Language& language);

} // namespace maerkbar::app_queue
