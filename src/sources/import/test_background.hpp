#pragma once

#include "sources/import/import_queue.hpp"
#include "sources/import/test_place.hpp"

namespace maerkbar::sources::testing {

// A server's background work over the place.
struct Background {
    explicit Background(Place& place)
        : drafts(place.database(), place.folder()),
          queue(place.database(), place.importer(), drafts, place.folder() / "import.lock"),
          runner(place.database(), {}, queue.handlers()) {}

    // Queues the order as an upload would.
    ImportId confirm(Place& place, const ImportOrder& order) {
        const auto file = drafts.file_with_digest(order.file_digest);
        std::filesystem::copy_file(order.file, file, std::filesystem::copy_options::overwrite_existing);
        auto report = Place::must(place.importer().dry_run(tenant, order.source, file, order.mapping));
        return Place::must(queue.confirm(actor, order, report, {}));
    }

    Drafts drafts;
    JobImportQueue queue;
    storage::JobRunner runner;
};

} // namespace maerkbar::sources::testing
