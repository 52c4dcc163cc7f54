#include "organisation/setup.hpp"

namespace maerkbar::organisation {
namespace {

const storage::Actor nobody{TenantId{0}, PersonId{}, "setup"};

struct Created {
    CreatedTenant made;
    PersonId administrator;
};

Result<Created> create(storage::Transaction& transaction, const FirstAdministrator& wanted) {
    auto made = TRY(create_tenant(transaction, wanted.tenant));
    const auto person = TRY(add_person(transaction, made.tenant.id, {wanted.login, wanted.name}));
    TRY(give_role(transaction, made.tenant.id, person, {made.root, Role::administrator}));
    return Created{std::move(made), person};
}

Result<void> use_setup_code(storage::Transaction& transaction, std::string_view code) {
    auto& connection = transaction.connection();
    if (TRY(any_tenant(connection)))
        return Error{ErrorKind::conflict, "organisation.setup_done",
                     "The installation is set up already. Sign in."};
    const auto stored = TRY(connection.first("select code_hash from setup_code where tenant_id = 0", {},
                                             [](const storage::Row& row) { return row.string(0); }));
    if (!stored || !same_secret(*stored, code_hash(code)))
        return Error{ErrorKind::invalid,
                     "organisation.setup_code",
                     "The code is wrong. Use the one that the server printed when it was last started.",
                     {},
                     "code"};
    TRY(connection.execute("delete from setup_code where tenant_id = 0"));
    return {};
}

} // namespace

Result<Installed> initialise(storage::Database& database, const FirstAdministrator& wanted,
                             const SignInSettings& settings) {
    return database.write(nobody, [&](storage::Transaction& transaction) -> Result<Installed> {
        auto created = TRY(create(transaction, wanted));
        auto code = TRY(issue_code(transaction, created.made.tenant.id, created.administrator, settings));
        TRY(transaction.connection().execute("delete from setup_code where tenant_id = 0"));
        return Installed{created.made.tenant, created.made.root, created.administrator, std::move(code)};
    });
}

Result<std::optional<std::string>> prepare_setup(storage::Database& database) {
    return database.write(
        nobody, [&](storage::Transaction& transaction) -> Result<std::optional<std::string>> {
            if (TRY(any_tenant(transaction.connection()))) return std::optional<std::string>{};
            auto code = random_code();
            transaction.without_audit("there is no tenant whose trail it could stand in");
            TRY(transaction.connection().execute(
                "insert into setup_code (tenant_id, code_hash, created_at) values (0, ?, ?) "
                "on conflict (tenant_id) do update set code_hash = excluded.code_hash, created_at = "
                "excluded.created_at",
                {code_hash(code), transaction.now()}));
            return std::optional{std::move(code)};
        });
}

Result<NewSession> set_up(storage::Database& database, SignIn& sign_in, const SetupForm& form) {
    const auto hash = TRY(sign_in.hashed(form.password, form.administrator.login));
    return database.write(nobody, [&](storage::Transaction& transaction) -> Result<NewSession> {
        TRY(use_setup_code(transaction, form.code));
        const auto created = TRY(create(transaction, form.administrator));
        const auto tenant = created.made.tenant.id;
        TRY(store_password(transaction, tenant, created.administrator, hash));
        TRY(note_success(transaction, tenant, created.administrator));
        return start_session(transaction, tenant, created.administrator, form.client);
    });
}

} // namespace maerkbar::organisation
