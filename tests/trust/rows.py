"""What could go wrong, what stands against it, and the tests that prove it.

A test is named by its file under ``tests/`` and its name without ``test_``.
"""

# ruff: noqa: E501 (names of tests are not broken)

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A threat or fault, the defence in the product, and ``file::name`` of its tests.

    Without tests the defence is not proved yet.
    """

    threat: str
    defence: str
    tests: tuple[str, ...] = ()


def _tests(**by_file: str) -> tuple[str, ...]:
    """``portal__test_logs="one two"`` names two tests of portal/test_logs.py."""
    return tuple(
        f"{file.replace('__', '/')}.py::{name}"
        for file, names in by_file.items()
        for name in names.split()
    )


ROWS = {
    1: Row(
        "Markup in texts, names and files runs in a reader's browser",
        "text alone is stored, all is escaped on the way out, one function marks hits, "
        "the content policy forbids inline code",
        _tests(
            trust__test_markup="no_text_is_alive_on_any_page no_address_that_runs_is_a_link each_vector_is_dead_in_each_sink "
            "no_vector_is_alive_at_the_desk",
            trust__test_markup_in_browser="nothing_runs_without_the_content_policy "
            "the_content_policy_has_nothing_to_refuse",
            articles__views__test_hostile_text="no_field_can_put_markup_into_a_page",
            articles__admin__test_bad_files="markup_in_texts_and_names_is_only_text",
            search__hits__test_highlight="html_of_the_text_is_escaped_and_only_marks_are_not",
        ),
    ),
    2: Row(
        "Markup leaves JSON that stands inside a page",
        "the signs that could end it are written as escapes",
        _tests(trust__test_markup="json_inside_a_page_stays_json"),
    ),
    3: Row(
        "An original that is sent back is run as a page",
        "sent as a download of no type, named by a cleaned label",
        _tests(
            articles__views__test_capture="the_bytes_come_back_as_they_were_and_are_no_page "
            "the_name_is_a_label_without_folders_or_tricks",
        ),
    ),
    4: Row(
        "Huge bodies fill the disk",
        "refused by their declared length before they are read; a day's quota; the "
        "disk keeps a reserve",
        _tests(
            portal__test_guards="an_anonymous_body_over_the_limit_is_refused_unread "
            "a_made_up_session_cookie_opens_nothing a_body_without_a_length_is_refused",
            articles__admin__test_bad_files="a_full_disk_refuses_uploads_and_says_so "
            "an_editors_day_has_a_limit",
        ),
    ),
    5: Row(
        "Archives and documents that unfold without end",
        "read in a child with caps on memory, time and counted bytes",
        _tests(
            articles__readers__test_bombs="a_small_bomb_is_refused_or_harmless "
            "a_heavy_bomb_ends_in_time_and_within_its_memory",
            articles__readers__sandbox__test_sandbox="a_child_that_never_ends_is_ended",
            trust__test_bombs_beside="pages_are_as_quick_while_bombs_are_read",
        ),
    ),
    6: Row(
        "Names of files and members become paths",
        "nothing is unpacked to disk; bytes lie under their hash",
        _tests(
            articles__admin__test_bad_formats="no_name_of_a_file_or_member_becomes_a_path",
            articles__readers__test_zip="no_name_of_a_member_reaches_the_disk "
            "a_link_is_refused_alone",
        ),
    ),
    7: Row(
        "XML that fetches or multiplies entities",
        "no entity is resolved; the child can call nobody",
        _tests(
            articles__readers__test_bombs="a_small_bomb_is_refused_or_harmless",
            articles__readers__sandbox__test_sandbox="a_child_can_neither_call_out_write_nor_grow",
        ),
    ),
    8: Row(
        "Files of another type than their name, and damaged ones",
        "the content is looked at and must be read whole; each refusal says why",
        _tests(
            articles__admin__test_bad_formats="a_few_wrong_and_damaged_files "
            "eighty_formats_under_wrong_names two_hundred_damaged_files",
            articles__readers__test_files="damaged_files_are_read_or_refused",
        ),
    ),
    9: Row(
        "Letters read in a wrong encoding",
        "order mark, strict UTF-8, what is declared, then the letters; else asked",
        _tests(
            articles__readers__test_text="the_charset_of_a_paragraph_is_told_by_its_letters "
            "a_few_letters_are_asked_for "
            "a_declared_charset_that_the_letters_contradict_is_not_believed",
            trust__test_charsets="letters_are_read_right_or_asked_for "
            "a_wrong_declaration_makes_no_text_silently_wrong",
        ),
    ),
    10: Row(
        "Control and direction characters that deceive",
        "cut from names and titles, isolated on every page",
        _tests(
            articles__forms__test_fields="nothing_invisible_stays_in_a_name",
            articles__storing__test_content="a_title_a_file_tells_is_as_clean_as_one_that_is_read",
            articles__views__test_capture="the_name_is_a_label_without_folders_or_tricks",
            trust__test_characters="no_form_takes_them no_file_brings_them_in "
            "no_editor_stores_them_by_hand",
            browser__test_spoofs="what_files_pretend_is_read_in_the_order_it_is_spelled "
            "a_name_that_turns_its_line_turns_itself_alone",
        ),
    ),
    11: Row(
        "Patterns whose time explodes",
        "no nested repeats; texts are capped; reading in a child",
        _tests(
            articles__corpus__test_linear_time="twice_the_text_is_twice_the_work "
            "the_longest_text_ends",
            trust__test_patterns="no_text_makes_a_pattern_slow "
            "the_texts_are_what_a_pattern_repeats",
        ),
    ),
    12: Row(
        "Queries made to stop the search",
        "an own small language with caps; no raw text reaches an engine",
        _tests(
            search__test_trust="no_bomb_stops_the_search no_text_is_an_error "
            "twenty_thousand_texts_are_answered_within_a_second",
            search__test_engine="no_bomb_raises no_text_raises",
            trust__test_addresses="no_address_is_an_error a_number_that_no_row_has_is_not_found",
        ),
    ),
    13: Row(
        "Endless combinations of filters, deep pages",
        "caps on pages and values; a fixed number of questions to the database",
        _tests(
            search__test_trust="any_choice_of_facets_asks_little_of_the_database "
            "two_thousand_choices_of_facets_do",
            search__test_engine="pages_are_bounded",
        ),
    ),
    14: Row(
        "Forged requests, and reading that writes",
        "a token on each form, changes by POST alone, no framing",
        _tests(
            trust__test_requests="reading_writes_nothing "
            "a_form_without_its_token_changes_nothing_anywhere",
            articles__admin__test_permissions="opening_a_page_writes_nothing "
            "a_form_without_its_token_is_refused",
        ),
    ),
    15: Row(
        "Guessed passwords",
        "five failures shut the door for that name from that address",
        _tests(
            articles__admin__test_sign_in="five_guesses_shut_the_door_for_that_address_alone",
            portal__test_error_pages="a_locked_account_is_told_so",
            trust__test_sign_in="of_two_hundred_guesses_five_are_looked_at "
            "a_name_that_is_none_takes_as_long "
            "a_made_up_address_in_a_header_opens_no_new_count",
            portal__test_delivery="the_proxy_slows_down_questions_and_guesses",
        ),
    ),
    16: Row(
        "An attacker locks honest editors out",
        "never by name alone or address alone",
        _tests(
            articles__admin__test_sign_in="five_guesses_shut_the_door_for_that_address_alone",
            trust__test_sign_in="an_attacker_locks_no_honest_editor_out",
        ),
    ),
    17: Row(
        "What is not published is told somewhere",
        "one queryset for readers; the index holds published articles; 404",
        _tests(
            trust__test_drafts="no_address_tells_of_what_is_not_published "
            "every_address_of_the_site_is_asked "
            "headings_and_names_of_drafts_are_offered_nowhere",
            articles__views__test_privacy="only_published_articles_are_seen drafts_count_nowhere",
            search__test_api="drafts_never_leak",
        ),
    ),
    18: Row(
        "An editor does what only others may",
        "rights by groups, checked on every page and action",
        _tests(
            articles__admin__test_permissions="each_group_opens_its_pages_and_no_others "
            "each_action_is_for_those_who_decide many_are_deleted_by_managers_alone",
        ),
    ),
    19: Row(
        "The archive is made to call inner addresses",
        "it fetches no address that a reader or editor names",
        _tests(
            articles__readers__sandbox__test_sandbox="a_child_can_neither_call_out_write_nor_grow",
            trust__test_outside="no_address_that_is_named_is_called",
        ),
    ),
    20: Row(
        "Cells of exported tables run as formulas",
        "marked as text in CSV, written as text in workbooks",
        _tests(
            articles__exports__test_tables="eighty_hostile_cells_are_text_in_csv "
            "eighty_hostile_cells_are_text_in_workbooks no_cell_is_a_formula",
        ),
    ),
    21: Row(
        "A shared cache keeps what one visitor made or saw",
        "pages depend on no header but the cookie; private pages are kept by none",
        _tests(
            trust__test_requests="no_header_changes_what_a_cache_keeps "
            "a_private_page_is_kept_by_no_cache_under_any_ending",
            portal__test_guards="pages_of_signed_in_people_are_kept_by_no_cache",
        ),
    ),
    22: Row(
        "Other hosts and ways back that lead elsewhere",
        "hosts are named by the settings; ways back are of this site",
        _tests(
            trust__test_requests="no_other_host_is_answered no_way_back_leads_elsewhere "
            "no_sign_in_leads_elsewhere",
        ),
    ),
    23: Row(
        "Forged lines and secrets in the log",
        "one line of ASCII JSON an event; nothing that was typed",
        _tests(
            trust__test_requests="whatever_a_visitor_sends_an_event_is_one_line "
            "no_log_tells_a_password_or_what_was_asked",
            portal__test_logs="hostile_values_stay_inside_one_json_line",
            portal__test_delivery="the_proxy_writes_no_secret_address_and_no_question",
        ),
    ),
    24: Row(
        "Errors that tell too much",
        "own pages in Arabic; a broken index is answered by the database",
        _tests(
            portal__test_error_pages="without_a_database_a_reader_gets_an_arabic_500 "
            "every_error_has_its_page",
            search__test_engine="without_a_sound_index_the_database_answers_until_it_is_mended",
            trust__test_faults="no_fault_breaks_a_page_or_tells_of_itself "
            "a_file_that_breaks_while_nothing_is_sent_yet_is_told_as_a_page "
            "what_is_confirmed_is_done_and_the_rest_not_at_all",
        ),
    ),
    25: Row(
        "Weak settings in the open",
        "production doesn't start and says why",
        _tests(
            portal__test_settings="production_refuses_a_weak_environment_and_names_the_fault",
            trust__test_environment="an_environment_that_is_wrong_is_refused_with_a_sentence",
        ),
    ),
    26: Row(
        "Foreign code comes in",
        "locks with hashes, nothing from other hosts",
        _tests(
            articles__test_stylesheet="no_page_asks_another_host_or_runs_a_foreign_script",
            portal__test_delivery="every_image_of_the_containers_is_pinned",
            trust__test_outside="everything_that_is_installed_is_pinned_by_its_hash "
            "what_is_asked_for_is_what_is_locked nothing_that_is_installed_has_a_known_hole "
            "every_package_that_is_asked_for_is_used one_machine_loads_nothing_of_many",
        ),
    ),
    27: Row(
        "Writers that meet in SQLite",
        "a write-ahead log, immediate transactions, twenty seconds of patience",
        _tests(trust__test_database="eight_writers_wait_for_each_other"),
    ),
    28: Row(
        "Two editors save over each other",
        "a version that each form brings back",
        _tests(
            articles__admin__test_articles="two_editors_never_save_over_each_other "
            "after_a_conflict_the_second_editor_decides",
            articles__editing__test_stale="a_stale_article_overwrites_no_decision",
            trust__test_two_editors="two_browsers_lose_none_of_forty_saves",
        ),
    ),
    29: Row(
        "A process is killed",
        "transactions, and an outbox that is worked off again",
        _tests(
            trust__test_kills="two_hundred_kills_lose_nothing",
            articles__uploads__test_killed="an_upload_killed_three_times_ends_complete_and_nothing_twice",
            search__indexing__test_outbox="a_killed_writer_leaves_the_index_whole_and_unlocked "
            "a_crash_at_any_step_means_the_work_is_done_again",
        ),
    ),
    30: Row(
        "Power is cut",
        "a write-ahead log whose torn end is left out",
        _tests(trust__test_database="a_log_cut_anywhere_leaves_a_whole_database"),
    ),
    31: Row(
        "The disk is full",
        "what can't be written is rolled back; reading goes on",
        _tests(
            trust__test_full_disk="a_full_disk_leaves_no_half_article_and_heals",
            articles__admin__test_formats="a_full_disk_leaves_items_waiting_and_says_so",
        ),
    ),
    32: Row(
        "Index and database say different things",
        "an outbox, a nightly comparison, mending",
        _tests(
            search__indexing__test_verification="50_wrong_entries_are_found_and_mended",
            trust__test_kills="five_thousand_edits_with_kills_leave_index_and_database_the_same",
            search__contract__test_rebuilding="what_changed_since_is_told_at_the_end",
        ),
    ),
    33: Row(
        "The index is damaged or gone",
        "checked before it is read; the database answers meanwhile",
        _tests(
            trust__test_broken_index="a_hundred_damages_break_no_page",
            search__contract__test_changes="a_damaged_file_never_gives_a_wrong_answer "
            "no_index_is_a_fault_not_an_empty_answer",
            search__test_engine="without_a_sound_index_the_database_answers_until_it_is_mended",
        ),
    ),
    34: Row(
        "A lock outlives its holder",
        "locks of the system, which die with the process",
        _tests(
            trust__test_kills="two_hundred_kills_lose_nothing forty_killed_holders_leave_no_lock",
            search__indexing__test_outbox="a_killed_writer_leaves_the_index_whole_and_unlocked",
            search__contract__test_changes="a_failed_batch_changes_nothing_and_frees_the_lock",
        ),
    ),
    35: Row(
        "A reader opens the index while it is committed",
        "whole generations; opening is tried again",
        _tests(
            trust__test_meeting_commits="every_reader_sees_whole_commits",
            search__contract__test_changes="readers_in_threads_see_whole_commits",
        ),
    ),
    36: Row(
        "An index that runs code when it is read",
        "files of the archive alone; of pickles only numbers, tables and segments are "
        "read; a backup brings no index",
        _tests(
            trust__test_own_index="a_pickle_in_the_index_is_not_run "
            "the_index_is_of_the_archive_alone no_backup_brings_an_index_along",
        ),
    ),
    37: Row(
        "Backups that can't be brought back",
        "a consistent copy with digests, proved before it is restored",
        _tests(
            trust__test_drills="twenty_backups_under_writes_are_brought_back_whole",
            portal__test_backups="20_backups_under_write_load_are_whole "
            "one_flipped_byte_anywhere_is_found the_way_there_and_back",
        ),
    ),
    38: Row(
        "A change of the tables loses rows",
        "each is tried on filled tables",
        _tests(trust__test_migrations="each_migration_keeps_every_row_of_full_tables"),
    ),
    39: Row(
        "Clocks and zones shift the news",
        "printed dates are kept as printed",
        _tests(
            articles__storing__test_content="what_is_known_of_the_date_is_kept_and_no_more",
            articles__views__test_withdrawn="a_scheduled_article_appears_at_its_moment_and_not_before",
            trust__test_clock="the_printed_date_is_the_shown_date_in_every_zone "
            "a_clock_that_jumps_loses_nothing_and_keeps_the_order what_was_published_on_time_stays_so",
        ),
    ),
    40: Row(
        "Slow clients hold the workers",
        "a proxy that buffers stands in front",
        _tests(
            trust__test_slow_clients="slow_visitors_hold_nobody_up",
            portal__test_proxy="slow_clients_hold_nobody_up",
        ),
    ),
    41: Row(
        "More visitors than it can answer",
        "caps, caches, limits of the proxy; who would wait too long is told 503 at once",
        _tests(
            trust__test_load="a_hundred_mixed_requests_a_second_are_answered "
            "four_times_the_load_is_refused_or_answered_and_soon_forgotten "
            "a_worker_that_is_killed_under_load_is_missed_by_few",
            portal__test_overload="a_crowd_is_told_to_come_back",
        ),
    ),
    42: Row(
        "Memory grows",
        "answers are streamed, workers are renewed",
        _tests(
            articles__exports__test_memory="a_hundred_thousand_articles_take_less_than_200_megabytes",
            trust__test_load="a_hundred_mixed_requests_a_second_are_answered",
            trust__test_memory="a_process_grows_little_in_the_life_of_a_worker",
        ),
    ),
    43: Row(
        "The database server or the search server is away",
        "short waits, a circuit breaker, the other one answers",
        _tests(
            search__opensearch__test_server="without_the_server_the_database_answers_and_nothing_is_rebuilt",
            portal__test_machines="without_the_database_it_is_not "
            "without_the_shared_cache_nothing_is_kept_and_nothing_fails",
            trust__test_away="a_database_server_that_goes_and_comes_is_told_and_forgotten "
            "without_the_search_server_the_database_answers_in_time",
            search__test_engine="a_page_waits_in_vain_for_the_engine_once",
        ),
    ),
    44: Row(
        "A figure that the text doesn't say",
        "kept with its words and place, shown only while they stand there",
        _tests(
            articles__corpus__figures__test_properties="every_figure_quotes_its_text "
            "every_figure_of_five_hundred_hostile_articles_quotes_its_text",
            articles__views__test_article="a_figure_that_misquotes_the_text_is_not_shown",
            search__indexing__test_verification="a_figure_that_misquotes_its_text_is_found",
        ),
    ),
    45: Row(
        "Readers are watched",
        "nothing of other hosts, no cookie before one is asked for, no query kept",
        _tests(
            trust__test_requests="no_cookie_and_no_foreign_address_comes_with_a_page "
            "no_log_tells_a_password_or_what_was_asked",
            portal__test_machines="counts_name_views_and_never_what_was_typed",
        ),
    ),
}
"""By the number that each has kept since it was first thought of."""
