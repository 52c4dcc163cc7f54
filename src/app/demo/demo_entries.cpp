#include "app/demo/demo_entries.hpp"

#include <array>
#include <span>

#include "app/demo/demo_random.hpp"

namespace maerkbar::app {

namespace {

using feedback::Kind;
using feedback::Outcome;

constexpr std::array<std::string_view, 8> complaints = {
    "Jeg ventede næsten en time, selv om jeg havde bestilt tid.",
    "Jeg blev stillet om tre gange og måtte fortælle det hele forfra hver gang.",
    "Brevet var så svært at forstå, at jeg måtte få min nabo til at læse det.",
    "Jeg fik at vide, at nogen ville ringe tilbage. Det skete ikke.",
    "Selvbetjeningen gik i stå midt i flytningen, og ingen kunne se, hvor langt jeg var kommet.",
    "Skrankerne står så tæt, at alle kan høre, hvad man siger.",
    "Jeg mødte op, men manglede et papir, som der ikke stod noget om i brevet.",
    "Der var ingen ved skranken, der kunne tegnsprog, og tolken var ikke bestilt.",
};
constexpr std::array<std::string_view, 6> praises = {
    "Hende ved skranken tog sig tid til at forklare det hele. Tak.",
    "Jeg fik mit pas på under ti minutter. Det var en god oplevelse.",
    "Dejligt, at nogen ringede tilbage samme dag, som de havde lovet.",
    "Han fandt selv ud af, at jeg også kunne få boligstøtte. Det havde jeg ikke tænkt på.",
    "Det nye brev om folkepension er til at forstå.",
    "Venlig og rolig betjening, selv om der var mange mennesker.",
};
constexpr std::array<std::string_view, 5> suggestions = {
    "Sæt et skilt op, så man kan se, hvor længe der er kø.",
    "Hav åbent en aften om ugen, så man ikke skal tage fri.",
    "Lad os bestille tid på telefonen og ikke kun på nettet.",
    "Stil et par stole mere ved indgangen.",
    "Skriv på brevet, hvilke papirer man skal have med.",
};
constexpr std::array<std::string_view, 4> points = {"Pas og kørekort", "Flytning", "Folkepension",
                                                    "Skat og betaling"};

struct Week {
    double complaints;
    double praises;
    double suggestions;
    double late; // share of the answers that come after the deadline
};
constexpr Week before{2.9, 1.1, 0.5, 0.30};
constexpr Week after{1.5, 1.9, 0.7, 0.08};

class Maker {
  public:
    explicit Maker(const DemoEntriesPlan& plan) : plan_(plan), random_(plan.seed) {}

    std::vector<DemoEntry> make() {
        for (auto day = plan_.first; day <= plan_.last; day = day + 1) {
            if (day.weekday() > 5) continue;
            const auto& week = day < plan_.better_from ? before : after;
            add(Kind::complaint, random_.poisson(week.complaints / 5), day, complaints);
            add(Kind::praise, random_.poisson(week.praises / 5), day, praises);
            add(Kind::suggestion, random_.poisson(week.suggestions / 5), day, suggestions);
        }
        forget_one();
        return std::move(entries_);
    }

  private:
    void add(Kind kind, int count, Date day, std::span<const std::string_view> texts) {
        for (int i = 0; i < count; ++i)
            entries_.push_back(entry(kind, day, texts));
    }

    // One that nobody has answered in time, so that there is something to do.
    void forget_one() {
        auto made = entry(Kind::complaint, plan_.last - 19, complaints);
        made.answer_wanted = true;
        made.days_to_answer = 60;
        entries_.push_back(made);
    }

    DemoEntry entry(Kind kind, Date day, std::span<const std::string_view> texts) {
        const auto& week = day < plan_.better_from ? before : after;
        DemoEntry made;
        made.kind = kind;
        made.received_on = day;
        made.text =
            std::string(texts[static_cast<std::size_t>(random_.below(static_cast<int>(texts.size())))]) +
            " (syntetisk)";
        made.contact_point = points[static_cast<std::size_t>(random_.below(static_cast<int>(points.size())))];
        made.answer_wanted = kind != Kind::praise && random_.chance(0.85);
        // Ten working days are at least fourteen days by the calendar.
        made.days_to_answer = random_.chance(week.late) ? 18 + random_.below(20) : 1 + random_.below(12);
        made.outcome = made.answer_wanted ? feedback::all_outcomes[random_.below(3)] : Outcome::no_answer;
        return made;
    }

    const DemoEntriesPlan& plan_;
    Random random_;
    std::vector<DemoEntry> entries_;
};

} // namespace

std::vector<DemoEntry> demo_entries(const DemoEntriesPlan& plan) {
    return Maker(plan).make();
}

} // namespace maerkbar::app
