//! The shape of every language: which texts there are, by screen.

use super::Plural;

/// Declares a section: a struct whose fields are all texts.
macro_rules! section {
    ($(#[$meta:meta])* $name:ident: $kind:ty { $($field:ident)* }) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name {
            $(#[doc = concat!("`", stringify!($field), "`")] pub $field: $kind,)*
        }
    };
}

pub(super) use section;

section! {
    /// Words used on many screens.
    Common: &'static str {
        title close cancel back copy copied undo dismiss working yes_leave settings help two_names
        needs_script optional on off
    }
}
section! {
    /// The start page.
    Start: &'static str {
        headline lead start_round start_round_note fact_secret fact_secret_note fact_private
        fact_private_note fact_quick fact_quick_note kept reopen forget kept_untitled one_moment
        prepare prepare_note backlog desk_shut desk_shut_note desk_again
    }
}
section! {
    /// The name form.
    Name: &'static str {
        host_title host_note guest_title guest_note label hint go join empty too_long rendezvous
    }
}
section! {
    /// A guest waits for the host.
    Waiting: &'static str {
        title making send copied copy_refused reply_link copy_reply waited next_title next_paste
        next_host next_seat same_browser same_browser_note long_title long_host_open long_newest
        long_network long_vpn keep_open calls expected known_failed remember remember_note
    }
}
section! {
    /// A page on its way back to its table.
    Back: &'static str {
        searching calling reply host_reply copied copy_refused reply_link copy_reply carry_on
        carry_on_note took_over holding go_on go_on_note
        hand_over make_deputy deputy deputy_note take_back take_back_note
        here_title here_note here_name here hands hand_voted held held_long
    }
}
section! {
    /// People who know each other's browsers.
    People: &'static str {
        title note nobody forget forgotten
    }
}
section! {
    /// A tab that handed on a reply.
    Handed: &'static str {
        searching searching_note seated seated_note told close_tab no_table no_table_note reply_link
    }
}
section! {
    /// The way is closed: a title and what to do, each.
    Stop: &'static str {
        no_webrtc no_webrtc_do truncated truncated_do damaged damaged_do too_new too_new_do foreign
        foreign_do ended ended_do removed removed_do left left_do full full_do lost_host
        lost_host_do open_invite older older_do newer newer_do elsewhere elsewhere_do unseated
        unseated_do reload to_start
    }
}
section! {
    /// The table: story, hand, timer.
    Table: &'static str {
        label story story_title story_hint untitled look_back look_forward past_note back_to_current
        hand hand_watch hand_wait hand_done hand_keys reveal vote_again next_story leave invite
        table_settings stories comment comment_hint comment_note reconnecting
        timer_start timer_stop timer_minutes timer_over offline_note cut_off watch_note
        hand_picked hand_rest menu hand_past planned planned_next planned_last goal
        open_link meeting_opening
    }
}
section! {
    /// People at the table.
    Seats: &'static str {
        label you host voted not_voted watching no_vote secret next_round slow lost explains low
        high shows safety safety_note alone
    }
}
section! {
    /// The round.
    Round: &'static str {
        label status anonymous_short named_short countdown stop_countdown opening revealed anonymous named anonymous_note
        named_note few_note void_left void_mismatch void_mismatch_some void_sum void_refused void_do
        number nobody
    }
}
section! {
    /// The result and the estimate.
    Outcome: &'static str {
        label empty_title empty_note votes average median agreement lowest highest spread consensus
        close talk talk_note close_note consensus_note verified verified_note transcript alone two
        unanimous extremes explain explaining comments earlier estimate estimate_note suggestion
        save_estimate saved vote_of who_voted nothing_cast low_high ask_facilitator
    }
}
section! {
    /// The invite panel, and what became of replies.
    Invite: &'static str {
        title note link copy_link share making qr qr_note replies replies_note replies_hint let_in
        outcomes guest_note stun lan_only open_note taken seated twice other_table damaged too_late unreachable
        too_new full none_found how how_1 how_2 how_3 no_webrtc rendezvous
    }
}
section! {
    /// Settings of the session.
    Rules: &'static str {
        title you watch watch_note your_name rename deck deck_in_use custom custom_name custom_cards
        custom_cards_hint custom_save delete_deck add_ons add_infinity add_unknown add_break
        votes anonymous anonymous_note named named_note runs everyone facilitator auto_reveal
        auto_reveal_note comments comments_note people remove locked timer minutes clears
        fibonacci short_fibonacci modified_fibonacci t_shirt powers_of_two hours five_fingers ready
        too_few too_many card_too_long twice not_a_number no_name add_on unprintable name_too_long
    }
}
section! {
    /// Settings of the person.
    Settings: &'static str {
        title language language_auto theme theme_auto theme_light theme_dark single_keys
        single_keys_note servers servers_note public lan_only own own_label own_hint own_save
        own_problem data data_note backup restore restore_note damaged_copy storage_fine storage_full
        storage_blocked storage_damaged storage_newer english german
    }
}
section! {
    /// Keys and secrecy explained.
    Help: &'static str {
        title how how_1 how_2 how_3 keys key_digits key_arrows key_pick key_escape key_v key_r
        key_n key_t key_help secrecy secret_1 secret_2 secret_3 not_hidden open_1 open_2 open_3
        safety safety_1
    }
}
section! {
    /// Short messages. `played_ahead`: `{0}` a card.
    Notice: &'static str {
        label seat_removed deck_deleted table_forgotten table_replaced votes_cleared storage_full storage_nearly_full
        storage_blocked storage_damaged storage_newer copied copy_refused restored restore_refused
        slow_down offline comment_lost list_wrong played_ahead
    }
}
section! {
    /// Questions before something is lost.
    Guard: &'static str {
        reveal_note reveal_yes reveal_no next next_yes next_no leave leave_note leave_yes leave_no
    }
}
section! {
    /// Sentences for screen readers.
    Announce: &'static str { votes revealed new_round story story_untitled joined left }
}
section! {
    /// Headings of files and copied text.
    Export: &'static str {
        copy_markdown copy_csv download_csv heading key story estimate rounds agreement votes average
        median no_estimate date
    }
}
section! {
    /// Texts that count.
    Counts: Plural {
        votes people kept_estimates rounds missing votes_lost others_leave low high steps
    }
}
section! {
    /// Servers of one’s own, rendezvous, and addresses typed by hand.
    Network: &'static str {
        turn turn_note turn_url turn_hint turn_user turn_password turn_show turn_save turn_used
        turn_bad turn_incomplete own_is_turn rendezvous rendezvous_note trackers trackers_hint
        trackers_save trackers_missing trackers_bad test test_note lan_title lan_guest_title lan_note lan
        lan_hint lan_save lan_bad lan_used lan_guest_used
    }
}
section! {
    /// How this screen is linked to the others.
    Connection: &'static str {
        title linked slow since lost button ways alone direct relayed finding round_trip note
        seat_linked
    }
}
section! {
    /// What this network lets browsers do.
    Probe: &'static str {
        title intro running progress stop again checks waiting unfinished webrtc webrtc_yes
        webrtc_no local local_hidden local_plain local_none stun answers no_answer stun_off off
        nat nat_steady nat_changing nat_unknown turn turn_none none turn_yes turn_no tracker
        verdict v_no_webrtc v_no_webrtc_do v_no_network v_no_network_do v_here v_here_do
        v_blocked v_blocked_do v_strict v_strict_do v_likely v_likely_do v_open v_open_do v_all
        v_all_do v_stopped v_stopped_do advice a_browser a_online a_same a_name a_stun a_turn
        a_hotspot a_swap a_rendezvous a_one_screen
    }
}
