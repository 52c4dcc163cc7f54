#include "comments/stop_words.hpp"

namespace maerkbar::comments {

namespace {

constexpr std::string_view danish =
    "jeg mig min mit mine du dig din dit dine han ham hans hun hende hendes den det de dem deres dens dets "
    "vi os "
    "vores vor i jer jeres man en et sig sin sit sine selv der som hvem hvad hvilken hvilket hvilke hvor "
    "hvordan "
    "hvorfor hvornår denne dette disse her "
    "og eller men for at så fordi hvis når da mens om end samt dog jo nok bare kun også altså ellers "
    "af ad efter fra før hos ind inden ind i med mellem mod ned nede op oppe over på siden til ud ude uden "
    "under "
    "ved via gennem imod omkring "
    "er var være været bliver blive blev blevet har have havde haft kan kunne skal skulle vil ville må måtte "
    "bør "
    "burde får fik få fået gør gøre gjorde "
    "ikke ja nej nu igen alle alt al noget nogle nogen ingen intet anden andet andre meget mere mest lidt "
    "mange "
    "få flere hver hvert sådan helt ret";

constexpr std::string_view norwegian =
    "jeg eg meg min mitt mine mi du deg din ditt dine di han ham ho hun henne hennes hans hans den det de "
    "dei dem "
    "deres deira dens dets vi oss vår vårt våre dere dykk man ein ei en et eit seg sin sitt sine si selv "
    "sjølv "
    "som hvem kven hva kva hvilken hvilket hvilke hvor kor hvordan korleis hvorfor kvifor når denne dette "
    "disse "
    "desse der her "
    "og eller men for at å så fordi hvis viss mens om enn samt jo nok bare berre kun også òg altså ellers "
    "elles "
    "av etter fra frå før hos inn i innen med mellom mot ned nede opp oppe over på siden til ut ute uten "
    "utan "
    "under ved via gjennom omkring "
    "er var være vere vært blir bli ble blei blitt vart har ha hadde hatt kan kunne skal skulle vil ville må "
    "måtte bør burde får fikk få fått gjør gjøre gjorde "
    "ikke ikkje ja nei nå no igjen alle alt all noe noko noen nokon ingen annen annet andre veldig mer meir "
    "mest "
    "litt mange få flere fleire hver kvar slik helt heilt";

constexpr std::string_view swedish =
    "jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes den det de dem deras dess vi "
    "oss "
    "vår vårt våra ni er ert era man en ett sig sin sitt sina själv som vem vad vilken vilket vilka var hur "
    "varför "
    "när denna detta dessa där här och eller men för att så om än samt ju nog bara också annars av efter "
    "från före "
    "hos in i innan med mellan mot ned ner upp uppe över på sedan till ut ute utan under vid via genom är "
    "var vara "
    "varit blir bli blev blivit har ha hade haft kan kunde ska skall skulle vill ville måste bör borde får "
    "fick få "
    "fått gör göra gjorde inte ja nej nu igen alla allt någon något några ingen inget annan annat andra "
    "mycket mer "
    "mest lite många flera varje sådan helt";

constexpr std::string_view english =
    "i me my mine myself you your yours he him his she her hers it its we us our ours they them their theirs "
    "one "
    "oneself who whom whose what which where when why how this that these those there here a an the and or "
    "but for "
    "nor so yet because if while as than then though although of at by from before after in into inside with "
    "within "
    "without between against down up over on onto since to out off under about through during via until is "
    "am are "
    "was were be been being has have had having can could shall should will would may might must do does did "
    "doing "
    "done get got not no yes now again all any some none every each other others another such only just also "
    "very "
    "much more most many few too own same both don isn wasn didn doesn couldn wouldn re ve ll";

StopWords split(std::string_view list) {
    StopWords words;
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (end > 0) words.emplace(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

} // namespace

const StopWords& stop_words(Language language) {
    static const StopWords da = split(danish);
    static const StopWords nb = split(norwegian);
    static const StopWords sv = split(swedish);
    static const StopWords en = split(english);
    switch (language) {
        case Language::da:
            return da;
        case Language::nb:
            return nb;
        case Language::sv:
            return sv;
        case Language::en:
            break;
    }
    return en;
}

} // namespace maerkbar::comments
