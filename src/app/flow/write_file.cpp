#include "app/flow/write_file.hpp"

#include <filesystem>
#include <fstream>
#include <memory>

namespace maerkbar::app_flow {

namespace {

Error cannot_write(const std::string& path) {
    return {ErrorKind::invalid, "table.cannot_write", "The file {file} cannot be written.", {{"file", path}}};
}

} // namespace

Result<void> make_folder(const std::string& folder) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault) return cannot_write(folder);
    return {};
}

Result<Write> write_file(const std::string& path) {
    auto file = std::make_shared<std::ofstream>(path, std::ios::binary | std::ios::trunc);
    if (!*file) return cannot_write(path);
    return Write([file, path](std::string_view bytes) -> Result<void> {
        if (!file->write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush())
            return cannot_write(path);
        return {};
    });
}

} // namespace maerkbar::app_flow
