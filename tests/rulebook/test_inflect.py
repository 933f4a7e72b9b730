"""Inflected forms against tables written by hand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_kit.models.base import LANGUAGES, Language
from followup_kit.rulebook.inflect import inflections, strip_inclusive
from followup_kit.rulebook.inflect_fr import irregular_verbs

FRENCH = """
appeler: appelle appelles appelons appelait appellerais appellera appelé appelées
rappeler: rappelle rappelez rappellerai rappeliez
jeter: jette jetterez jetons jeté
acheter: achète achètera achetons acheté
peser: pèse pèserait pesons
mener: mène mènerons menait
lever: lève levé lèverait
préférer: préfère préférerais préférons préféré préférait
céder: cède cédons cédé céderait cédait
gérer: gère gérons géré gérera
célébrer: célèbre célébrons
inquiéter: inquiète inquiétait inquiétée
protéger: protège protégeons protégeait
essayer: essaie essaye essaierais essayerais essayons essayé
payer: paie paye payait payée paiera
employer: emploie emploierait employons
appuyer: appuie appuyé appuierai
envoyer: envoie enverrai enverrait envoyiez envoyé
commencer: commence commençons commençait commençant commencions commencé commençai
avancer: avançons avança avancée
manger: mangeons mangeait mangions mangea
échanger: échangeons échangé échangions échangeait échangeant
partager: partageons partagé partageait
parler: parle parles parlons parlez parlent parlais parliez parlaient parlerai parlerait parla parlèrent parlé parlant
postuler: postule postulé postulais
évoquer: évoquiez évoqué évoquée évoquées évoquait évoqua
finir: finis finissons finissait finisse finira fini finie finirent
réfléchir: réfléchis réfléchi réfléchissais réfléchirai
choisir: choisi choisie choisissez choisirais choisissant
rendre: rends rend rendons rendait rendra rendu rendue
perdre: perd perdent perdu perdrait perdait
répondre: répond répondu répondais réponde
attendre: attends attendais attendu attendrai
être: suis est sommes êtes sont étais étaient serai serait sois soit soyez fut furent été étant
avoir: ai as a avons avez ont avais aviez aurai auraient aie ait eu eut ayant
aller: vais va vont allons allait irai irait aille allé allée
faire: fais fait faisons faites font faisait ferai ferait fasse fit firent faite
dire: dis dit disons dites disent disiez dirai dise dite
interdire: interdit interdisez interdite
voir: vois voyons voyez voient voyait verrai verrait vu vue vit
prévoir: prévoit prévoyons prévoira prévu
savoir: sais savons savez savait saurai sache su sut sachant
pouvoir: peux peut pouvons peuvent pouvait pourrai pourrait puisse pu
vouloir: veux veut voulons veulent voulais voudrais veuille veuillez voulu
devoir: dois doit devons doivent devait devrai devrait doive due dus dut
mouvoir: meut mouvoir mû mus
émouvoir: émeut ému émue
valoir: vaut valent valait vaudrait vaille valu
falloir: faut fallait faudra faudrait faille fallu fallut
pleuvoir: pleut pleuvait pleuvra plu
asseoir: assieds assoit assis assise assiérai
venir: viens vient venons viennent venait viendrai viendrait vienne vint vinrent venu venue
devenir: deviens devient devenu deviendrait
convenir: convient convenu conviendrait
souvenir: souviens souvient souvenu
tenir: tiens tient tiennent tenais tiendrai tienne tiennes tint tenu
obtenir: obtenu obtient obtiendrai
retenir: retiens retenu retenue retenait
maintenir: maintient maintenu maintiendra
prendre: prends prenons prenez prennent prenait prendrai prenne prit pris prise
apprendre: appris apprend apprenais apprenne
comprendre: compris comprise comprenons comprends comprendrai
mettre: mets met mettons mettait mettrai mette mit mis mise
permettre: permet permettez permis permettrait
promettre: promis promet promettais
connaître: connais connaît connaissons connaissait connu connue connaîtrai
reconnaître: reconnaît reconnu reconnaissez
paraître: paraît parut paru paraissait
naître: naît né née naquit
croire: crois croit croyons croyez croient croyait cru
boire: bois buvons boivent bu buvait
lire: lis lit lisons lisait lu lue lut
écrire: écris écrivons écrivait écrit écrite écrivit
décrire: décrit décrivez décriviez décrite
inscrire: inscrit inscrivais inscrite
conduire: conduit conduisons conduisait conduite
réduire: réduit réduisons réduire réduirait réduise
construire: construit construisez construirait
suivre: suis suit suivons suivait suivi suivie suivrai
poursuivre: poursuit poursuivrais poursuivi
vivre: vis vit vivons vivait vécu vécue vivrait
ouvrir: ouvre ouvrons ouvrait ouvert ouverte ouvrirai
découvrir: découvre découvert découverte découvrais
offrir: offre offert offrirait
souffrir: souffre souffert souffrait
partir: pars part partons partait parti partie partirai
sentir: sens sent senti sentais sentirai
sortir: sors sort sorti sorties sortait
dormir: dors dort dormi dorment
servir: sers sert servi servait servira
recevoir: reçois reçoit receviez reçoivent reçu reçue recevrai
apercevoir: aperçois aperçu aperçoive
décevoir: déçoit déçu décevrai
courir: cours court couru courais courrai courrait
parcourir: parcours parcouru parcourt
mourir: meurt mort morte mourait mourra
acquérir: acquiers acquis acquise acquérons acquerrai acquière
craindre: crains craint craignons craignait craindrait craigne
peindre: peint peignons peinte peindrait
atteindre: atteint atteignons atteinte atteigne
joindre: joins joint joignons joignait jointe
rejoindre: rejoindrais rejoint rejoigne rejoignons
battre: bats bat battons battu battait
débattre: débat débattu débattre
rire: ris rit rions riait ri
sourire: souris sourit souri souriais souriait
plaire: plaît plaisait plu plairait plaise
taire: tais taisait tue tairait
cueillir: cueille cueilli cueillerai
accueillir: accueille accueilli accueillie accueillera
suffire: suffit suffisait suffi suffira
résoudre: résout résolvons résolu résolue résolve
vaincre: vainc vainquons vaincu
convaincre: convainc convaincu convaincue convainquait
rompre: rompt rompu rompait
interrompre: interrompu interromps
fuir: fuit fuyons fui fuyait
haïr: hais haïssait haï
inclure: inclut inclus incluse
conclure: conclut conclu concluait
extraire: extrait extraite extrayait
coudre: couds cousu cousait
vêtir: vêtu vêtue
journal: journaux
travail: travaux
bureau: bureaux
enjeu: enjeux
oeil: yeux
prix: prix
heureux: heureuse heureuses
motivé: motivée motivés motivées
actif: active actifs actives
premier: première premiers premières
infirmier: infirmière infirmières
technicien: technicienne techniciens
bon: bonne bons bonnes
patron: patronne
professionnel: professionnelle professionnels
directeur: directrice directeurs directrices
vendeur: vendeuse vendeurs
ingénieur: ingénieure ingénieurs
régional: régionale régionaux régionales
beau: bel belle beaux
nouveau: nouvel nouvelle nouveaux
long: longue longues
public: publique publics
complet: complète complets
sec: sèche
frais: fraîche
gentil: gentille
que: qu'
de: d' du des
je: j'
ne: n'
ce: c' cette ces
"""

ENGLISH = """
write: writes wrote written writing
drive: drives drove driven driving
stop: stops stopped stopping
plan: plans planned planning
try: tries tried trying
lie: lies lied lying lay lain
die: dies died dying
meet: meets met meeting
show: shows showed shown showing
begin: begins began begun beginning
refer: refers referred referring
prefer: prefers preferred preferring
commit: commits committed committing
admit: admitted admitting
occur: occurred occurring
travel: travelled traveled travelling traveling
cancel: cancelled canceled cancelling
visit: visited visiting
open: opened opening
answer: answered answering
develop: developed developing
quit: quits quitting
put: puts putting
let: lets letting
cut: cuts cutting
run: runs ran running
win: wins won winning
sit: sits sat sitting
set: sets setting
get: gets got gotten getting
forget: forgot forgotten forgetting
go: goes went gone going
do: does did done doing
have: has had having 've 's 'd
be: am is are was were been being 'm 're 's
will: 'll wo would
can: could ca
not: n't
say: says said saying
tell: tells told telling
think: thinks thought thinking
know: knows knew known knowing
see: sees saw seen seeing
come: comes came coming
take: takes took taken taking
give: gives gave given giving
make: makes made making
choose: chooses chose chosen choosing
leave: leaves left leaving
keep: keeps kept keeping
hold: holds held holding
lose: loses lost losing
bring: brings brought bringing
buy: bought buying
teach: teaches taught
catch: catches caught catching
speak: spoke spoken speaking
break: broke broken breaking
wake: woke woken waking
strike: strikes struck striking
understand: understood understanding
withdraw: withdrew withdrawn withdrawing
undertake: undertook undertaken
grow: grew grown growing
throw: threw thrown
fly: flies flew flown flying
pay: pays paid paying
lay: lays laid laying
lead: leads led leading
read: reads reading
feel: felt feeling
fall: falls fell fallen falling
build: built building
spend: spent spending
send: sent sending
learn: learnt learned learning
burn: burnt burned
spill: spilt spilled
weld: welds welded welding
sew: sewn sewing
agree: agrees agreed agreeing
manage: manages managed managing
change: changes changed changing
age: ages aged ageing aging
raise: raised raising
apply: applies applied applying
worry: worries worried worrying
carry: carried carrying
stay: stays stayed staying
enjoy: enjoys enjoyed enjoying
panic: panicked panicking
fix: fixes fixed fixing
miss: misses missed missing
pass: passes passed passing
watch: watches watched watching
finish: finishes finished finishing
focus: focused focusing focuses focussed
mention: mentions mentioned mentioning
explain: explained explaining
help: helped helping
need: needs needed needing
start: started starting
look: looked looking
wait: waited waiting
stress: stressed stressing
equip: equipped equipping
child: children
person: people persons
man: men
woman: women
foot: feet
life: lives
shelf: shelves
knife: knives
city: cities
day: days
company: companies
box: boxes
church: churches
photo: photos
potato: potatoes
criterion: criteria
analysis: analyses
crisis: crises
tradesman: tradesmen
hard: harder hardest
easy: easier easiest
big: bigger biggest
late: later latest
good: better best
bad: worse worst
"""

NOT_FORMS: list[tuple[Language, str, str]] = [
    ("fr", "avoir", "avant"),
    ("fr", "maintenir", "maintenant"),
    ("fr", "devoir", "dû"),
    ("fr", "concerner", "concernant"),
    ("fr", "venir", "avenir"),
    ("fr", "port", "porte"),
    ("fr", "question", "questionne"),
    ("fr", "dans", "danse"),
    ("fr", "sur", "sure"),
    ("en", "concern", "concerning"),
    ("en", "for", "fored"),
    ("en", "i", "is"),
    ("en", "he", "hes"),
    ("en", "to", "toes"),
    ("en", "write", "writed"),
    ("en", "stop", "stoped"),
]


def _pairs(language: Language, table: str) -> list[tuple[Language, str, str]]:
    lines = [line.split(": ") for line in table.strip().splitlines()]
    return [(language, lemma, form) for lemma, forms in lines for form in forms.split()]


PAIRS = _pairs("fr", FRENCH) + _pairs("en", ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_hold_at_least_150_pairs(language: Language) -> None:
    assert sum(1 for pair in PAIRS if pair[0] == language) >= 150


@pytest.mark.parametrize(("language", "lemma", "form"), PAIRS)
def test_a_form_is_made_of_its_lemma(language: Language, lemma: str, form: str) -> None:
    assert form in inflections(lemma, language)


@pytest.mark.parametrize(("language", "lemma", "form"), NOT_FORMS)
def test_what_is_another_word_is_no_form(language: Language, lemma: str, form: str) -> None:
    assert form not in inflections(lemma, language)


@pytest.mark.parametrize(("language", "word"), [("fr", "l'"), ("en", "n't"), ("fr", "42")])
def test_pieces_and_figures_give_at_least_themselves(language: Language, word: str) -> None:
    assert word in inflections(word, language)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("motivé(e)", "motivé"),
        ("motivé(e)s", "motivés"),
        ("motivé·e", "motivé"),
        ("motivé·e·s", "motivés"),
        ("motivé.e.s", "motivés"),
        ("motivé-e", "motivé"),
        ("candidat·es", "candidats"),
        ("directeur·rice", "directeur"),
        ("directeur/trice", "directeur"),
        ("heureux·se", "heureux"),
        ("heureux·ses", "heureux"),
        ("premier.ère", "premier"),
        ("MOTIVÉ(E)", "MOTIVÉ"),
        ("motivée", "motivée"),
        ("rendez-vous", "rendez-vous"),
        ("etc.", "etc."),
        ("", ""),
    ],
)
def test_inclusive_endings_are_taken_off(written: str, plain: str) -> None:
    assert strip_inclusive(written) == plain


def test_inclusive_forms_are_inflected_as_their_plain_form() -> None:
    assert inflections("motivé(e)", "fr") == inflections("motivé", "fr")


def test_case_composition_and_apostrophe_do_not_matter() -> None:
    assert inflections(unicodedata.normalize("NFD", "Évoquer"), "fr") == inflections(
        "évoquer", "fr"
    )
    assert inflections("n’t", "en") == inflections("n't", "en")


def test_a_row_of_verbs_without_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="9 columns expected, 3 given"):
        irregular_verbs("venir | viens | ven")


@given(st.sampled_from(LANGUAGES), st.text(max_size=20))
def test_any_text_gives_itself_and_only_composed_lower_case(language: Language, text: str) -> None:
    forms = inflections(text, language)
    assert forms
    assert all(form == unicodedata.normalize("NFC", form.lower()) for form in forms)
