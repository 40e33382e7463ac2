//! The rules of sync, each of which can be left out to see that the checks notice.

/// One rule. Documented by what goes wrong without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// An edit is based on its row's own revision. Based on the device's cursor it replaces what came with a later page.
    BaseIsTheRowsRevision,
    /// An edit made over an own unconfirmed one names it. Based on the revision alone it fights the device's own edit.
    OwnEditIsTheParent,
    /// Whose edit was live says nothing. With "same device, so it saw it" a cloned device overwrites its twin.
    NoDeviceIsTrusted,
    /// A concurrent edit is judged. Without, the last to arrive wins.
    ConcurrentIsJudged,
    /// Two texts are merged against a version that both were made from. Against one that is only the edit's, its words look
    /// as if the live text's author had struck them out.
    MergeBaseIsCommon,
    /// Who loses a tie is kept as an alternative.
    LoserIsKept,
    /// A delete that overlooks an edit is refused, and an edit that overlooks a delete brings the row back.
    EditBeatsUnseenDelete,
    /// A refused delete drops the delete alone. Without, the other values of the op are gone.
    RefusalDropsTheDeleteAlone,
    /// The same op again gets the same answer. Without, it is judged anew against what came after it.
    RepeatChangesNothing,
    /// Tokens are checked. Without, nobody notices a restored backup.
    ChainIsChecked,
    /// The newest token ever learned of is checked, not the cursor's alone: a device may have been answered and not have
    /// pulled yet.
    SeenIsChecked,
    /// The chain has what each op led to. Without, an op that ended another way after a restore looks the same.
    ChainHasTheOutcome,
    /// A row is made by an op that carries all that it requires. Without, an edit of a purged row makes half a row.
    OnlyWholeRows,
    /// Whether it does is seen by its fields. "Its base is not zero" takes a second edit for a whole row.
    WholenessIsSeenByTheFields,
    /// An accepted op stays on the screen for some time. Without, the own edit vanishes until it is pulled.
    AcceptedStaysOnTheScreen,
    /// Until its row has come. By the cursor alone it vanishes when the row moved past the page.
    OverlayGoesByTheRow,
    /// After a restore the device sends what it knows to be lost.
    LostIsSentAgain,
    /// And lowers the bases of what is on its way, because the lost revisions mean something else now.
    BasesAreLowered,
    /// Except where something was kept beside the value: what the backend has after the restore may be that, and nobody who
    /// edited the value has seen it. Taken for seen it is gone.
    KeptBesideIsUnseen,
    /// And sends back rows it had confirmed, whoever wrote them.
    GhostsAreHealed,
    /// The sweep after a new start spares rows with edits on their way: the whole row may have to be sent from them.
    SweepSparesEdits,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::BaseIsTheRowsRevision,
        Self::OwnEditIsTheParent,
        Self::NoDeviceIsTrusted,
        Self::ConcurrentIsJudged,
        Self::MergeBaseIsCommon,
        Self::LoserIsKept,
        Self::EditBeatsUnseenDelete,
        Self::RefusalDropsTheDeleteAlone,
        Self::RepeatChangesNothing,
        Self::ChainIsChecked,
        Self::SeenIsChecked,
        Self::ChainHasTheOutcome,
        Self::OnlyWholeRows,
        Self::WholenessIsSeenByTheFields,
        Self::AcceptedStaysOnTheScreen,
        Self::OverlayGoesByTheRow,
        Self::LostIsSentAgain,
        Self::BasesAreLowered,
        Self::KeptBesideIsUnseen,
        Self::GhostsAreHealed,
        Self::SweepSparesEdits,
    ];
}
