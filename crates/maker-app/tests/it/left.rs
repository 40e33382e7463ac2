//! What is left with nothing in it.

use maker_domain::draft::DraftFields;
use maker_domain::schedule::WallTime;

use crate::desk::Desk;

#[tokio::test]
async fn k01_a_draft_that_was_begun_on_a_day_and_says_nothing_is_not_kept_and_any_word_keeps_it() {
    let desk = Desk::new().await;
    let day = WallTime { date: "2099-12-01".parse().unwrap(), minute: 1_080, zone: "Europe/Paris".to_owned() };
    let (left, typed, chosen) = (
        desk.studio.new_draft_at(&day).await.unwrap().id,
        desk.studio.new_draft_at(&day).await.unwrap().id,
        desk.studio.new_draft_at(&day).await.unwrap().id,
    );
    let begun = desk.store.draft(typed).await.unwrap().fields;
    let words = DraftFields { description: "Oil".to_owned(), ..begun.clone() };
    desk.studio.save_draft(typed, &begun, &words).await.unwrap();
    let mut answered = begun.clone();
    answered.youtube.made_for_kids = Some(false);
    desk.studio.save_draft(chosen, &begun, &answered).await.unwrap();

    for draft in [left, typed, chosen] {
        desk.studio.leave_draft(draft).await.unwrap();
    }

    let mut kept: Vec<_> = desk.studio.drafts().await.unwrap().into_iter().map(|draft| draft.id).collect();
    kept.sort();
    let mut expected = vec![typed, chosen];
    expected.sort();
    assert_eq!(kept, expected);
    desk.studio.leave_draft(left).await.unwrap();
    desk.studio.restore_draft(left).await.unwrap();
    assert_eq!(desk.store.draft(left).await.unwrap().fields, begun, "it can still be brought back");
}
