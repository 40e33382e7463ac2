//! The desktop shell: windows, native dialogs, dropped files, deep links, the clipboard. It knows Tauri and no rule of the
//! product: every command unpacks, calls `maker-app` and returns.

mod commands;
mod deep_link;
mod desk;
mod drop;
mod endings;
mod events;
mod menu;
mod outside;
mod place;
mod preview;

use maker_app::Work;
use tauri::{Manager, Window, WindowEvent};
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

use crate::desk::Desk;

/// Opens the window and runs until it is closed.
pub fn run() {
    let bindings = bindings();
    let handler = bindings.invoke_handler();
    let app = tauri::Builder::default()
        // First, so that a second start hands its link over before it does anything else.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| deep_link::raise(app)))
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_autostart::Builder::new().build())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(handler)
        .on_window_event(on_window_event)
        .setup(move |app| {
            bindings.mount_events(app);
            // The window is there by now, and its page asks for nothing before this is done: its engine starts meanwhile.
            app.manage(tauri::async_runtime::block_on(Desk::open()));
            set_up(app.handle());
            menu::set_up(app.handle())?;
            outside::set_up(app.handle());
            place::set_up(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|app, event| {
            if let tauri::RunEvent::Exit = event
                && let Ok(studio) = app.state::<Desk>().studio()
            {
                tauri::async_runtime::block_on(studio.close());
            }
        }),
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            std::process::exit(1);
        }
    }
}

fn on_window_event(window: &Window, event: &WindowEvent) {
    drop::on_window_event(window, event);
    if let WindowEvent::Focused(is_in_front) = event
        && let Some(desk) = window.try_state::<Desk>()
        && let Ok(studio) = desk.studio()
    {
        studio.in_front(*is_in_front);
        if *is_in_front {
            // Whoever comes back to this window has perhaps written on another device.
            studio.look_elsewhere();
            outside::clear(window.app_handle());
        }
    }
}

fn set_up(app: &tauri::AppHandle) {
    deep_link::listen(app);
    let Ok(studio) = app.state::<Desk>().studio().cloned() else { return };
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        match preview::serve(studio.clone()).await {
            Ok(base) => studio.serve_previews_at(base),
            Err(error) => tracing::warn!(%error, "there is no preview of videos: no port on this computer"),
        }
        if let Err(error) = studio.start_work(Work::Everything) {
            tracing::error!(%error, "the queue is not worked on");
        }
        if let Err(error) = studio.start_sync().await {
            tracing::error!(%error, "this desk is not kept in step with the backend");
        }
        events::pass_on(app, &studio).await;
    });
}

/// Every command and event that crosses to the window: what `ui/src/ipc/bindings.ts` is generated from.
#[must_use]
pub fn bindings() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .error_handling(ErrorHandlingMode::Throw)
        .commands(collect_commands![
            commands::queue::overview,
            commands::drafts::add_videos,
            commands::drafts::draft,
            commands::drafts::save_draft,
            commands::drafts::delete_draft,
            commands::drafts::leave_draft,
            commands::drafts::restore_draft,
            commands::drafts::edit_again,
            commands::drafts::locate_file,
            commands::drafts::set_still,
            commands::drafts::creator_info,
            commands::drafts::publish,
            commands::drafts::add_thumbnail,
            commands::drafts::add_captions,
            commands::drafts::describe_captions,
            commands::drafts::remove_attachment,
            commands::drafts::restore_attachment,
            commands::drafts::playlists,
            commands::versions::versions,
            commands::versions::compare_version,
            commands::versions::restore_version,
            commands::versions::undo_step,
            commands::versions::redo_step,
            commands::versions::deleted,
            commands::versions::restore_deleted,
            commands::versions::last_place,
            commands::versions::keep_place,
            commands::queue::pause,
            commands::queue::resume,
            commands::queue::cancel,
            commands::queue::undo_cancel,
            commands::queue::retry,
            commands::queue::dismiss,
            commands::queue::locate_delivery,
            commands::queue::move_up,
            commands::queue::move_down,
            commands::queue::pause_all,
            commands::queue::resume_all,
            commands::queue::retry_step,
            commands::queue::stills,
            commands::queue::receipt,
            commands::queue::copy_receipt,
            commands::queue::save_receipt,
            commands::calendar::calendar,
            commands::calendar::calendar_tray,
            commands::calendar::move_draft,
            commands::calendar::reschedule,
            commands::calendar::new_draft_at,
            commands::calendar::next_slot,
            commands::together::compose_together,
            commands::together::together,
            commands::together::stagger,
            commands::together::apply_settings,
            commands::snippets::snippets,
            commands::snippets::new_snippet,
            commands::snippets::save_snippet,
            commands::snippets::move_snippet,
            commands::snippets::delete_snippet,
            commands::snippets::restore_snippet,
            commands::snippets::presets,
            commands::snippets::new_preset,
            commands::snippets::preset_of_draft,
            commands::snippets::save_preset,
            commands::snippets::set_default_preset,
            commands::snippets::delete_preset,
            commands::snippets::restore_preset,
            commands::videos::videos,
            commands::videos::open_video,
            commands::videos::copy_link,
            commands::videos::share,
            commands::library::library,
            commands::library::library_ids,
            commands::library::library_stills,
            commands::library::library_entry,
            commands::library::open_place,
            commands::library::copy_links,
            commands::library::use_again,
            commands::library::remove_entries,
            commands::library::restore_entries,
            commands::posts::posts,
            commands::posts::post_draft,
            commands::posts::new_post,
            commands::posts::edit_post,
            commands::posts::save_post,
            commands::posts::place_pictures,
            commands::posts::add_pictures,
            commands::posts::paste_picture,
            commands::posts::move_picture,
            commands::posts::describe_picture,
            commands::posts::remove_picture,
            commands::posts::restore_picture,
            commands::posts::publish_post,
            commands::posts::delete_post,
            commands::posts::restore_post,
            commands::posts::delete_post_draft,
            commands::posts::restore_post_draft,
            commands::posts::leave_post,
            commands::posts::picture_stills,
            commands::page::profile,
            commands::page::save_profile,
            commands::page::choose_profile_picture,
            commands::page::countries,
            commands::page::open_page,
            commands::page::copy_page_link,
            commands::page::services,
            commands::page::new_service,
            commands::page::save_service,
            commands::page::duplicate_service,
            commands::page::move_service,
            commands::page::delete_service,
            commands::page::restore_service,
            commands::page::leave_service,
            commands::page::links,
            commands::page::add_link,
            commands::page::save_link,
            commands::page::move_link,
            commands::page::delete_link,
            commands::page::restore_link,
            commands::connections::connections,
            commands::connections::connect,
            commands::connections::open_sign_in,
            commands::connections::copy_sign_in_link,
            commands::connections::cancel_sign_in,
            commands::connections::disconnect,
            commands::connections::open_help,
            commands::settings::settings,
            commands::settings::save_settings,
            commands::settings::upload_settings,
            commands::settings::save_upload_settings,
            commands::settings::metered,
            commands::notices::notice_settings,
            commands::notices::save_notice_settings,
            commands::notices::show_notice,
            commands::notices::starts_by_itself,
            commands::notices::start_by_itself,
            commands::settings::doctor,
            commands::settings::copy_report,
            commands::data::data,
            commands::data::open_data_folder,
            commands::data::data_work,
            commands::data::cancel_data_work,
            commands::data::export_data,
            commands::data::import_data,
            commands::data::back_up_data,
            commands::data::choose_backup,
            commands::data::restore_backup,
            commands::data::restore_work,
            commands::data::cancel_restore_work,
            commands::data::delete_data,
            commands::data::restart,
            commands::data::choose_rows,
            commands::data::take_rows,
            commands::settings::register_links,
            commands::activity::activity,
            commands::activity::check_activity,
            commands::activity::export_activity,
            commands::welcome::welcome,
            commands::welcome::change_welcome,
            commands::welcome::add_sample,
            commands::welcome::remove_sample,
            commands::sync::sync_status,
            commands::sync::sync_now,
            commands::sync::pending_edits,
            commands::sync::discard_refused,
            commands::sync::conflicts,
            commands::sync::resolve_conflict,
            commands::account::account_sign_up,
            commands::account::account_sign_in,
            commands::account::account_sign_out,
            commands::account::account_devices,
            commands::account::revoke_device,
        ])
        .events(collect_events![
            events::Changed,
            events::DropHover,
            events::DropLeave,
            events::MenuChosen,
            events::NoticeChosen,
            events::NoticeDue,
            events::PicturesAdded,
            events::PortraitDropped,
            events::Progress,
            events::SignInEnded,
            events::VideosAdded,
        ])
}
