// Runs a fuzz target without libFuzzer: every file of a corpus folder as it is, and mutated the same way
// every time.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Changes, drops or doubles a few bytes.
void mutate(Bytes& bytes, std::minstd_rand& random) {
    for (auto changes = 1 + random() % 4; changes > 0 && !bytes.empty(); --changes) {
        const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(random() % bytes.size());
        switch (random() % 3) {
            case 0:
                *place = static_cast<std::uint8_t>(random());
                break;
            case 1:
                bytes.erase(place);
                break;
            default:
                bytes.insert(place, *place);
                break;
        }
    }
}

void run(const Bytes& bytes) {
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int count, char** arguments) {
    constexpr int mutations = 300;
    int files = 0;
    std::minstd_rand random(20261122);
    if (count != 2) return 2;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
        const auto original = read(entry.path());
        run(original);
        for (int number = 0; number < mutations; ++number) {
            auto changed = original;
            mutate(changed, random);
            run(changed);
        }
        ++files;
    }
    std::printf("%d files, %d mutations of each\n", files, mutations);
    return files > 0 ? 0 : 1;
}
