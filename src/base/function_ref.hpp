#pragma once

#include <concepts>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace maerkbar {

// A view of something callable, for parameters: no copy and no allocation. It must not outlive what it refers
// to.
template <typename Signature>
class FunctionRef;

template <typename Return, typename... Arguments>
class FunctionRef<Return(Arguments...)> {
  public:
    template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, FunctionRef> &&
             std::is_invocable_r_v<Return, F&, Arguments...>) FunctionRef(F&& function)
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(function)))),
          call_([](void* object, Arguments... arguments) -> Return {
              return std::invoke(*static_cast<std::add_pointer_t<std::remove_reference_t<F>>>(object),
                                 std::forward<Arguments>(arguments)...);
          }) {}

    Return operator()(Arguments... arguments) const {
        return call_(object_, std::forward<Arguments>(arguments)...);
    }

  private:
    void* object_;
    Return (*call_)(void*, Arguments...);
};

} // namespace maerkbar
