//! Messages of the area `slides`: the program's own words on the projector.

messages! {
    remember() => "slides-remember";
    tip() => "slides-tip";
    warning() => "slides-warning";
    promise_title() => "slides-promise-title";
    promise_value() => "slides-promise-value";
    promise_compensation() => "slides-promise-compensation";
    may_answer() => "slides-may-answer";
    must_not_answer() => "slides-must-not-answer";
    statement_true() => "slides-statement-true";
    statement_false() => "slides-statement-false";
    statement_ask() => "slides-statement-ask";
    statement_is_true() => "slides-statement-is-true";
    statement_is_false() => "slides-statement-is-false";
    choose_one() => "slides-choose-one";
    choose_several() => "slides-choose-several";
    order_ask() => "slides-order-ask";
    order_right() => "slides-order-right";
    order_hits(right, answers) => "slides-order-hits";
    right() => "slides-right";
    not_best() => "slides-not-best";
    round(number) => "slides-round";
    for_customer() => "slides-for-customer";
    for_subscriber() => "slides-for-subscriber";
    for_contractor() => "slides-for-contractor";
    lobby_ask() => "slides-lobby-ask";
    test_title() => "slides-test-title";
    test_questions(questions, minutes) => "slides-test-questions";
    test_pass(percent) => "slides-test-pass";
    test_attempts(attempts) => "slides-test-attempts";
    test_alone() => "slides-test-alone";
    feedback_title() => "slides-feedback-title";
    feedback_text() => "slides-feedback-text";
    feedback_anonymous() => "slides-feedback-anonymous";
    sign_out_title() => "slides-sign-out-title";
    sign_out_text() => "slides-sign-out-text";
    closed_title() => "slides-closed-title";
    closed_text() => "slides-closed-text";
    break_until(time) => "slides-break-until";
    break_left(minutes) => "slides-break-left";
    break_over() => "slides-break-over";
    picture_loading() => "slides-picture-loading";
    picture_broken(alt) => "slides-picture-broken";
    projector_window() => "slides-projector-window";
    projector_waiting() => "slides-projector-waiting";
}
