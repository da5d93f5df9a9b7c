"""No object is held by two resources of a stack: the plugin's calls in the engine's order, without the engine."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.engine.service import ORGANIZATION, Service, collection, session_on

from pulumi_zohodesk.dynamic import TYPE_PREFIX, DeskProvider
from pulumi_zohodesk.dynamic._configuration import Configuration
from pulumi_zohodesk.engine import KEPT, MARKS, Marks
from pulumi_zohodesk.errors import DuplicateObject, Refused, UncertainWrite
from pulumi_zohodesk.kinds import KINDS

PLACE = {kind.name: (("9" if kind.key else ORGANIZATION) if kind.always else "55") for kind in KINDS}
"""The ids of the objects: what is always there has that of its department, or of the organisation."""
EVERY = [(kind, removal) for kind in KINDS for removal in kind.removals]


@pytest.fixture
def service():
    """An object of each kind, and what guards want to be left."""
    made = Service()
    for kind in KINDS:
        made.add(collection(kind), **row(kind))
    made.add("departments", id="9", name="Other", isEnabled=True)
    return made


@pytest.fixture(autouse=True)
def configuration(monkeypatch, service):
    fresh = Configuration()
    fresh._sessions[""] = session_on(service)
    monkeypatch.setattr("pulumi_zohodesk.dynamic._provider.CONFIGURATION", fresh)
    return fresh


def row(kind, **more):
    named = {"Agent": {"emailId": "jo@example.com"}, "Skill": {"departmentId": "9"}}
    where = {"Department": {"isEnabled": True}}
    key = {
        wire: {"Department": "9"}.get(kind.by_wire[wire].ref, "55" if kind.by_wire[wire].ref else "Jo")
        for wire in kind.key
    }
    others = (kind.cloned_from, *(removal.needs for removal in kind.removals.values()))
    return {
        "id": PLACE[kind.name],
        **key,
        **{wire: "7" for wire in others if wire},
        "status": "ACTIVE",
        **named.get(kind.name, {}),
        **where.get(kind.name, {}),
        **more,
    }


def state(kind, removal=None, organization=ORGANIZATION):
    option = {"onDestroy": removal} if "onDestroy" in kind.by_wire else {}
    return row(kind, **option, **{MARKS: Marks(organization, "", ()).as_state()})


def urn(kind, name):
    return f"urn:pulumi:dev::desk::{TYPE_PREFIX}{kind.name}::{name}"


class Plugin:
    """What the engine asks the plugin for one resource: as the SDK, it has a ``request`` and calls the provider."""

    def __init__(self, kind, name):
        self.kind, self.name, self.provider = kind, name, DeskProvider(kind.name)

    def _ask(self, method, *arguments):
        request = SimpleNamespace(urn=urn(self.kind, self.name))
        answer = getattr(self.provider, method)(*arguments)
        assert request.urn
        return answer

    def declared(self, **more):
        """The program has it, and so has the state."""
        self._ask("check", {}, {})
        return self.seen(**more)

    def seen(self, **more):
        return self._ask("diff", PLACE[self.kind.name], state(self.kind, **more), {})

    def refreshed(self):
        self._ask("read", PLACE[self.kind.name], state(self.kind))
        self.seen()

    def only_read(self):
        self._ask("read", PLACE[self.kind.name], {})

    def created(self, **inputs):
        self._ask("check", {}, {})
        return self._ask("create", {**row(self.kind), **inputs}).id

    def deleted(self, removal=None):
        self._ask("delete", PLACE[self.kind.name], state(self.kind, removal))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
class TestTwice:
    def refusal(self, kind, name, olds, news) -> str:
        request = SimpleNamespace(urn=urn(kind, name))
        found = DeskProvider(kind.name).check(olds, news).failures or []
        assert request.urn
        return " ".join(one.reason for one in found if "Declare it once" in one.reason)

    def test_two_resources_of_a_program_are_not_one_object(self, kind):
        key = {wire: value for wire, value in row(kind).items() if wire in kind.key}
        assert self.refusal(kind, "one", {}, key) == ""
        other = {wire: value.upper() for wire, value in key.items()}
        assert f"one and two are one {kind.words}: " in self.refusal(kind, "two", {}, other)
        assert self.refusal(kind, "one", {}, key) != ""  # the plugin is asked again in the run that follows a preview

    def test_what_has_one_name_already_may_keep_it(self, kind):
        key = {wire: value for wire, value in row(kind).items() if wire in kind.key}
        assert self.refusal(kind, "one", {**key, "x": "1"}, key) == ""
        assert self.refusal(kind, "two", {**key, "x": "1"}, key) == ""
        assert self.refusal(kind, "three", {}, key) != ""

    def test_a_name_that_was_given_up_is_free(self, kind):
        if not kind.key:
            return  # an organisation has one
        key = {wire: value for wire, value in row(kind).items() if wire in kind.key}
        assert self.refusal(kind, "one", {}, key) == ""
        assert self.refusal(kind, "one", {}, {**key, kind.key[-1]: "77"}) == ""
        assert self.refusal(kind, "two", {}, key) == ""


@pytest.mark.parametrize(("kind", "removal"), EVERY, ids=[f"{kind.name}-{name}" for kind, name in EVERY])
class TestRemoval:
    def test_what_another_resource_keeps_is_not_removed(self, service, kind, removal):
        Plugin(kind, "new").declared()
        if kind.removals[removal] is KEPT:
            Plugin(kind, "old").deleted(removal)
        else:
            with pytest.raises(
                Refused, match=rf"stack keeps it as new \({urn(kind, 'new')}.*pulumi state delete"
            ) as said:
                Plugin(kind, "old").deleted(removal)
            assert f"`pulumi state delete {urn(kind, 'old')}`" in str(said.value)
        assert service.log == []

    @pytest.mark.parametrize("keeps", ["created", "only_read"])
    def test_what_was_brought_back_or_is_read_is_not_removed(self, service, kind, removal, keeps):
        switch = kind.switch
        if keeps == "created" and switch is None and not kind.always:
            service.objects[collection(kind)].clear()
            service.next_id = 54  # the service gives it the id that the other resource holds
        elif keeps == "created" and switch:
            service.objects[collection(kind)]["55"][switch.wire] = switch.switch.off
        getattr(Plugin(kind, "new"), keeps)(**({"restore": True} if keeps == "created" and switch else {}))
        written = list(service.writes)
        if kind.removals[removal] is not KEPT:
            with pytest.raises(Refused, match="keeps it as new"):
                Plugin(kind, "old").deleted(removal)
        assert service.writes == written

    def test_what_goes_with_all_its_resources_goes_once(self, service, kind, removal):
        Plugin(kind, "new").refreshed()
        Plugin(kind, "old").refreshed()
        Plugin(kind, "new").deleted(removal)
        written = list(service.writes)
        assert bool(written) == (kind.removals[removal] is not KEPT)
        Plugin(kind, "old").deleted(removal)
        assert [name for name, _ in service.writes].count("disableDepartment") <= 1

    def test_its_own_resource_may_remove_or_replace_it(self, service, kind, removal):
        Plugin(kind, "one").declared()
        Plugin(kind, "one").deleted(removal)
        assert bool(service.writes) == (kind.removals[removal] is not KEPT)

    def test_the_same_id_in_another_organisation_is_another_object(self, service, configuration, kind, removal):
        configuration.holders.declare(urn(kind, "new"))
        configuration.holders.hold(kind, PLACE[kind.name], "8002", urn(kind, "new"))
        Plugin(kind, "old").deleted(removal)
        assert bool(service.writes) == (kind.removals[removal] is not KEPT)


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request):
    return request.param


def test_two_resources_of_a_program_with_one_object_are_refused_in_the_preview(kind):
    Plugin(kind, "one").declared()
    with pytest.raises(
        Refused, match=rf"id {PLACE[kind.name]}\) is held by two resources, one .* and two .*pulumi state delete"
    ):
        Plugin(kind, "two").declared()


def test_a_resource_that_has_an_alias_is_one(kind, service):
    """A refresh brings the old URN; the program has the new one, and nothing is removed."""
    Plugin(kind, "old").refreshed()
    Plugin(kind, "new").declared()
    assert service.writes == []


def test_what_the_program_has_and_reads_as_well_is_no_conflict(kind):
    Plugin(kind, "read").only_read()
    Plugin(kind, "one").declared()


@pytest.mark.parametrize("off", [False, True])
@pytest.mark.parametrize("known", ["refreshed", "declared"])
def test_what_the_stack_holds_under_another_name_is_neither_adopted_nor_brought_back(kind, service, known, off):
    getattr(Plugin(kind, "old"), known)()
    if off and kind.switch:
        service.objects[collection(kind)]["55"][kind.switch.wire] = kind.switch.switch.off
    with pytest.raises(DuplicateObject) as said:
        Plugin(kind, "new").created(restore=True)
    assert '`opts=pulumi.ResourceOptions(aliases=[pulumi.Alias(name="old")])`' in str(said.value)
    assert f"`pulumi state rename {urn(kind, 'old')} new`" in str(said.value)
    assert "adopt" not in str(said.value)
    assert service.writes == []


def test_a_replacement_that_is_created_first_is_told_what_asks_for_it(kind, service):
    Plugin(kind, "one").declared()
    with pytest.raises(DuplicateObject, match="--replace and replaceOnChanges") as said:
        Plugin(kind, "one").created(restore=True)
    assert "After a run that was interrupted, run `zohodesk adopt`" in str(said.value)
    assert ("delete_before_replace=True" in str(said.value)) == (kind.switch is None)
    assert service.writes == []


def test_a_new_resource_is_told_of_adopt(kind, service):
    if kind.always:  # it needs none
        assert Plugin(kind, "new").created() == PLACE[kind.name]
        return
    with pytest.raises(DuplicateObject, match=r"run `zohodesk adopt`.*--replace.*leave that out"):
        Plugin(kind, "new").created()
    Plugin(kind, "one").declared()
    Plugin(kind, "one").deleted(next(iter(kind.removals)))
    if "55" in service.objects[collection(kind)]:  # removed first, and still there
        with pytest.raises(DuplicateObject, match="run `zohodesk adopt`"):
            Plugin(kind, "one").created()


def test_what_somebody_else_renamed_meanwhile_is_not_taken_for_a_lost_answer(service, configuration):
    """The answer of a create is lost, and another resource of the run has got that natural key by then."""
    kind = next(iter(KINDS))
    service.objects["departments"]["55"]["name"] = "Before"
    Plugin(kind, "other").declared()

    def lose():
        service.objects["departments"]["55"]["name"] = "Jo"
        raise UncertainWrite("lost")

    service.before["addDepartment"] = lose
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pulumi_zohodesk.engine._create.LOOK_UP_WAITS", (0.0,))
        with pytest.raises(DuplicateObject, match="holds it as other"):
            Plugin(kind, "new").created()
